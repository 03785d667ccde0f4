CREATE TABLE IF NOT EXISTS ${table} (
  run STRING NOT NULL COMMENT 'Tuning run',
  trial INT NOT NULL COMMENT 'Trial, from 0',
  rung INT NOT NULL COMMENT 'Rung of the successive halving, from 0',
  plan STRING NOT NULL COMMENT 'SHA-256 of search space, settings and data, hexadecimal: a repeat goes on only where it is the same',
  settings STRING NOT NULL COMMENT 'Settings that were drawn for the trial, as JSON',
  epochs INT NOT NULL COMMENT 'Epochs of the rung',
  status STRING NOT NULL COMMENT 'OK or FAILED',
  reason STRING COMMENT 'Why, when the status is FAILED',
  validation_accuracy DOUBLE COMMENT 'Accuracy on the validation split; null when the status is FAILED',
  validation_loss DOUBLE COMMENT 'Mean loss on the validation split after temperature scaling; null when the status is FAILED',
  seconds DOUBLE NOT NULL COMMENT 'Wall-clock seconds'
)
USING iceberg
PARTITIONED BY (run)
COMMENT 'One tuning trial in one rung'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full'
)
