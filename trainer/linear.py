"""A linear map that computes in its input's precision.

Weights stay in float32 for the optimizer and are cast where they are used. This says in one place what autocast decides
operator by operator.
"""

from torch import Tensor, nn
from torch.nn import functional as F


class Linear(nn.Linear):
    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__(inputs, outputs, bias=False)

    def reset_parameters(self) -> None:
        """Left to the model, which draws every weight from one seeded generator."""

    def forward(self, x: Tensor) -> Tensor:
        return F.linear(x, self.weight.to(x.dtype))
