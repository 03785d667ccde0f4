CREATE TABLE IF NOT EXISTS ${table} (
  run STRING NOT NULL COMMENT 'Tuning run',
  trial INT NOT NULL COMMENT 'Trial, from 0',
  settings STRING NOT NULL COMMENT 'Settings of the trial as JSON',
  epochs INT NOT NULL COMMENT 'Epochs trained',
  validation_accuracy DOUBLE NOT NULL COMMENT 'Accuracy on the validation split',
  seconds DOUBLE NOT NULL COMMENT 'Wall-clock seconds'
)
USING iceberg
PARTITIONED BY (run)
COMMENT 'One tuning trial'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full'
)
