"""What every part of a recipe has in common."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Share = Annotated[float, Field(ge=0.0, le=1.0)]


class Settings(BaseModel):
    """Strict and closed: a key that is misspelt is an error, not a default."""

    model_config = ConfigDict(extra="forbid", frozen=True)
