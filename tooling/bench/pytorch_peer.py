"""Training with PyTorch as its users write it. Prints the seconds for an epoch of 60,000.

python3 pytorch_peer.py IMAGES LABELS mlp|cnn BATCH_SIZE THREADS STEPS
IMAGES holds bytes [n, 28, 28], LABELS bytes [n]. The median of five runs after a first.
"""
import statistics
import sys
import time

import numpy
import torch
from torch import nn

images, labels, network = sys.argv[1:4]
batch_size, threads, steps = map(int, sys.argv[4:7])
torch.set_num_threads(threads)
torch.manual_seed(1)
x = torch.tensor(numpy.fromfile(images, numpy.uint8).reshape(-1, 1, 28, 28)).float() / 255
y = torch.tensor(numpy.fromfile(labels, numpy.uint8)).long()
if network == "mlp":
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
else:
    model = nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(9216, 128), nn.ReLU(), nn.Linear(128, 10),
    )
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, eps=1e-7)
loss = nn.CrossEntropyLoss()
steps = min(steps, len(y) // batch_size)
durations = []
for run in range(6):
    order = torch.randperm(len(y))
    start = time.perf_counter()
    for step in range(steps):
        batch = order[step * batch_size : (step + 1) * batch_size]
        optimizer.zero_grad()
        loss(model(x[batch]), y[batch]).backward()
        optimizer.step()
    durations.append(time.perf_counter() - start)
print(statistics.median(durations[1:]) / (steps * batch_size) * 60000)
