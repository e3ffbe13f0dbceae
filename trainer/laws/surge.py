"""The optimal learning rate over the batch size (Surge, arXiv 2405.14578), and what follows for experts.

    rate(B) = 2 * peak / (sqrt(B_noise / B) + sqrt(B / B_noise))              equation 2

It rises with the batch up to B = B_noise and falls beyond. A specialised expert that one of n tokens reaches sees a
batch of B / n, so its rate should be rate(B / n) / rate(B) of the others' (Hunyuan-Large, arXiv 2411.02265, section
2.2.4). That section prints the ratio the other way round; its value of 0.31, and that experts are to be trained
*slower*, come out of this one at B = 0.26 B_noise, so it is what we use. Beyond B = sqrt(n) B_noise it says that
experts should be trained faster, which the section does not mean.
"""

import math
import warnings


def optimal_rate(batch: float, noise: float, peak: float = 1.0) -> float:
    """In units of `peak`, the rate at a batch of `noise`; both sizes in tokens (or both in examples)."""
    return 2 * peak / (math.sqrt(noise / batch) + math.sqrt(batch / noise))


def expert_ratio(batch: float, noise: float, experts: float) -> float:
    """Rate of a specialised expert over the others', where `experts` is the number of them over those a token reaches.

    Warns where the batch is beyond sqrt(experts) * noise.
    """
    ratio = optimal_rate(batch / experts, noise) / optimal_rate(batch, noise)
    if ratio > 1:
        warnings.warn(
            f"a batch of {batch:,.0f} tokens is beyond sqrt({experts:g}) times the noise of {noise:,.0f}: the law "
            f"would train experts {ratio:.2f} times as fast as the rest; take a smaller batch, or set expert_lr",
            stacklevel=2,
        )
    return ratio
