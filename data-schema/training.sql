CREATE TABLE IF NOT EXISTS ${table} (
  model STRING NOT NULL COMMENT 'Id of the model that the run trains',
  run STRING NOT NULL COMMENT 'Training run',
  epoch INT NOT NULL COMMENT 'Epoch, from 1',
  examples_trained BIGINT NOT NULL COMMENT 'Examples that workers reported as trained in this epoch',
  loss DOUBLE NOT NULL COMMENT 'Mean training loss of the epoch',
  accuracy DOUBLE NOT NULL COMMENT 'Accuracy on the training minibatches as they were trained',
  validation_loss DOUBLE COMMENT 'Mean loss on the validation split after temperature scaling; null without one',
  validation_accuracy DOUBLE COMMENT 'Accuracy on the validation split; null without one',
  learning_rate DOUBLE NOT NULL COMMENT 'Learning rate at the end of the epoch',
  rounds INT NOT NULL COMMENT 'Averaging rounds in the epoch',
  workers INT NOT NULL COMMENT 'Workers that were averaged',
  examples_per_second DOUBLE NOT NULL COMMENT 'examples_trained over seconds',
  seconds DOUBLE NOT NULL COMMENT 'Wall-clock seconds of the epoch without validation',
  seconds_compute DOUBLE NOT NULL COMMENT 'Mean worker seconds in forward and backward passes',
  seconds_data DOUBLE NOT NULL COMMENT 'Mean worker seconds preparing minibatches: decoding and augmentation',
  seconds_averaging DOUBLE NOT NULL COMMENT 'Seconds outside the two: sending, collecting, averaging, waiting'
)
USING iceberg
PARTITIONED BY (model)
COMMENT 'One epoch of one training run'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full',
  'write.metadata.metrics.column.model' = 'full'
)
