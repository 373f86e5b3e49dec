"""python3 pytorch.py JOB: training with PyTorch as its users write it. See serve.js."""
import json
import sys
import time

import numpy
import torch
from torch import nn

job = json.loads(sys.argv[1])
torch.set_num_threads(job["threads"])
torch.manual_seed(1)
pixels = numpy.fromfile(job["images"], numpy.uint8).reshape(-1, 1, 28, 28)
x = torch.tensor(pixels).float() / 255
y = torch.tensor(numpy.fromfile(job["labels"], numpy.uint8)).long()
if job["network"] == "mlp":
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
else:
    model = nn.Sequential(
        nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(9216, 128), nn.ReLU(), nn.Linear(128, 10),
    )
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
loss = nn.CrossEntropyLoss()
batch_size = job["batchSize"]

print(json.dumps({"version": torch.__version__}), flush=True)
for line in sys.stdin:
    start = time.perf_counter()
    order = torch.randperm(len(y))
    for step in range(json.loads(line)["steps"]):
        batch = order[step * batch_size : (step + 1) * batch_size]
        optimizer.zero_grad()
        loss(model(x[batch]), y[batch]).backward()
        optimizer.step()
    print(json.dumps({"seconds": time.perf_counter() - start}), flush=True)
