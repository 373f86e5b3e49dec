/** @file The file that `manabi init` writes: every option, with what it takes. */

/** A line that starts with `# ` and a key is an option that can be taken into use. */
export const exampleConfig = `# How to train, for: manabi train --config FILE
# Every option of manabi train may stand here; one on the command line counts before it.
# Lines that begin with # are switched off. Paths start where the command is run.

# Data

# mnist, fashion-mnist, kmnist, iris, synthetic-digits, idx:DIR or images:DIR
dataset: synthetic-digits
# learn from and test on that many examples, instead of all
trainSize: 2000
testSize: 500
# share of the training examples to validate on after each epoch
validationSplit: 0.1
# folder that holds mnist/, fashion-mnist/...
# dataDir: data
# for images:DIR, and the share to test on for iris too
# size: 28x28
# grey: true
# testFraction: 0.2

# Model

# mlp, cnn or FILE.json with a specification
model: mlp
# units of each hidden layer of an mlp
hidden: [64]

# Training

epochs: 5
batchSize: 32
# sgd, momentum, rmsprop or adam
optimizer: adam
learningRate: 0.001
# cosine, exponential:FACTOR, step:EPOCHS:FACTOR and others that manabi train --help lists
# learningRateSchedule: cosine
# stop after that many epochs without a better loss
# earlyStopping: 3
# a tenth of the learning rate after so many epochs without a better loss
# reduceOnPlateau: 2
# norm:LIMIT shortens all gradients together, value:LIMIT each number
# gradientClipping: norm:1
# decides first weights and order of examples
seed: 1
# auto, webgpu, wasm or cpu
backend: auto
# auto, plan or autodiff
engine: auto
# threads: 2
# fused multiply-add where Node has it; another machine may round differently
# relaxedSimd: true

# Output

# folder for the trained model
# out: runs/first
# the run as JSON, for report, compare and reproduce
# record: runs/first.json
# new folder for the state of the run, to be resumed after a stop
# checkpoint: runs/first-state
# checkpointEvery: 1epoch
# keep: 3
# go on with a run that was stopped, instead of starting one
# resume: runs/first-state
# logs: a row an epoch, an event a line, a folder for TensorBoard
# csv: runs/first.csv
# ndjson: runs/first.ndjson
# tensorboard: runs/board
# figures of each layer after each epoch
# watch: true
# draw that many test images with their predictions
show: 0
# one event a line as JSON on stdout; or only the result
# json: true
# quiet: true
`;
