"""Logarithm, exponential and the normal quantile from + - * / and square roots alone.

The C library's differ in the last bits between machines and versions; these do not. Accuracy is
about 1e-15 relative. Series: atanh for the logarithm, Taylor for the exponential; the normal
quantile is Wichura's algorithm AS 241 (Applied Statistics 37, 1988).
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_LN2_HIGH, _LN2_LOW = 0.6931471803691238, 1.9082149292705877e-10
_SQRT_HALF = 0.7071067811865476
_ATANH_TERMS = 13
_TAYLOR_TERMS = 18


def logarithm(x: Array) -> Array:
    """The natural logarithm of positive numbers."""
    mantissa, exponent = np.frexp(x)
    low = mantissa < _SQRT_HALF
    mantissa = np.where(low, mantissa * 2, mantissa)
    power = exponent - low
    s = (mantissa - 1) / (mantissa + 1)
    square, total = s * s, np.zeros_like(s)
    for k in range(_ATANH_TERMS, -1, -1):
        total = total * square + 1 / (2 * k + 1)
    return np.asarray(power * _LN2_HIGH + (2 * s * total + power * _LN2_LOW), dtype=np.float64)


def exponential(x: Array) -> Array:
    """The exponential of numbers between -700 and 700."""
    whole = np.rint(x / (_LN2_HIGH + _LN2_LOW))
    rest = (x - whole * _LN2_HIGH) - whole * _LN2_LOW
    total = np.ones_like(rest)
    for k in range(_TAYLOR_TERMS, 0, -1):
        total = 1 + rest * total / k
    return np.asarray(np.ldexp(total, whole.astype(int)), dtype=np.float64)


# AS 241: numerators and denominators, from the highest power down.
_CENTRE = (
    (2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
    (5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0),
)  # fmt: skip
_TAIL = (
    (7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258, 3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734),
    (1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459, 0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1.0),
)  # fmt: skip
_FAR = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093, 0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772),
    (2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1.0),
)  # fmt: skip
_CENTRE_WIDTH, _TAIL_WIDTH = 0.425, 5.0


def normal_quantile(p: Array) -> Array:
    """The quantile of the standard normal distribution, for 0 < p < 1."""
    q = p - 0.5
    r = np.sqrt(-logarithm(np.minimum(p, 1 - p)))
    centre = q * _ratio(_CENTRE, 0.180625 - q * q)
    tail = np.where(r <= _TAIL_WIDTH, _ratio(_TAIL, r - 1.6), _ratio(_FAR, r - _TAIL_WIDTH))
    return np.where(np.abs(q) <= _CENTRE_WIDTH, centre, np.where(q < 0, -tail, tail))


def _ratio(polynomials: tuple[tuple[float, ...], tuple[float, ...]], x: Array) -> Array:
    above, below = (_polynomial(coefficients, x) for coefficients in polynomials)
    return above / below


def _polynomial(coefficients: tuple[float, ...], x: Array) -> Array:
    total = np.zeros_like(x)
    for coefficient in coefficients:
        total = total * x + coefficient
    return total
