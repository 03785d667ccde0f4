"""The network lenet in PyTorch, and the digits as tensors. Channels last: PyTorch's fastest order on CPUs."""

import pathlib

import numpy
import torch
from torch import nn

LAST = torch.channels_last


def lenet() -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(1, 20, 5),
        nn.MaxPool2d(2),
        nn.ReLU(),
        nn.Conv2d(20, 50, 5),
        nn.MaxPool2d(2),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(800, 500),
        nn.ReLU(),
        nn.Dropout(0.3),
        nn.Linear(500, 10),
    ).to(memory_format=LAST)


def digits(folder: str, part: str) -> tuple[torch.Tensor, torch.Tensor]:
    """Images as bytes [n, 1, 28, 28], labels."""
    images = numpy.fromfile(
        pathlib.Path(folder) / f"{part}-images.u8", dtype=numpy.uint8
    ).reshape(-1, 1, 28, 28)
    labels = numpy.fromfile(
        pathlib.Path(folder) / f"{part}-labels.u8", dtype=numpy.uint8
    )
    return torch.from_numpy(images), torch.from_numpy(labels).long()


def ink(images: torch.Tensor) -> torch.Tensor:
    return images.float().div_(255).contiguous(memory_format=LAST)
