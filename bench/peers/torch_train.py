"""PyTorch training: speed FOLDER BATCH THREADS SECONDS, or accuracy FOLDER BATCH THREADS EPOCHS."""

import sys
import time

import clock
import torch
from network import digits, ink, lenet
from torch import nn


def main() -> None:
    mode, folder, batch, threads, amount = (
        sys.argv[1],
        sys.argv[2],
        int(sys.argv[3]),
        int(sys.argv[4]),
        sys.argv[5],
    )
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    network = lenet().train()
    images, labels = digits(folder, "train")
    if mode == "speed":
        speed(network, images, labels, batch, float(amount))
    else:
        accuracy(network, images, labels, batch, int(amount), folder)


def speed(
    network: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    batch: int,
    seconds: float,
) -> None:
    optimiser = torch.optim.Adam(network.parameters(), lr=0.001)
    minibatches = [
        (ink(images[at : at + batch]), labels[at : at + batch])
        for at in range(0, 100 * batch, batch)
    ]
    position = 0

    def one() -> None:
        nonlocal position
        step(network, optimiser, *minibatches[position % len(minibatches)])
        position += 1

    rate = clock.per_second(seconds, one)
    clock.tell(
        per_second=rate * batch,
        parameters=sum(values.numel() for values in network.parameters()),
    )


def accuracy(
    network: nn.Module,
    images: torch.Tensor,
    labels: torch.Tensor,
    batch: int,
    epochs: int,
    folder: str,
) -> None:
    optimiser = torch.optim.Adam(network.parameters(), lr=0.001)
    start = time.perf_counter()
    for epoch in range(epochs):
        for group in optimiser.param_groups:
            group["lr"] = 0.001 * (epochs - epoch) / epochs
        for chosen in torch.randperm(len(images)).split(batch):
            step(network, optimiser, ink(images[chosen]), labels[chosen])
    seconds = time.perf_counter() - start
    network.eval()
    tested, truth = digits(folder, "test")
    with torch.inference_mode():
        correct = sum(
            (network(ink(part)).argmax(1) == right).sum().item()
            for part, right in zip(tested.split(256), truth.split(256), strict=True)
        )
    clock.tell(accuracy=correct / len(truth), seconds=seconds)


def step(
    network: nn.Module,
    optimiser: torch.optim.Optimizer,
    ink: torch.Tensor,
    labels: torch.Tensor,
) -> None:
    optimiser.zero_grad(set_to_none=True)
    nn.functional.cross_entropy(network(ink), labels).backward()
    optimiser.step()


if __name__ == "__main__":
    main()
