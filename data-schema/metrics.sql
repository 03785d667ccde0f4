CREATE TABLE IF NOT EXISTS ${table} (
  run STRING NOT NULL COMMENT 'Run that published the row',
  model STRING NOT NULL COMMENT 'Id of the model',
  job STRING NOT NULL COMMENT 'Command that measured it',
  dataset STRING NOT NULL COMMENT 'Dataset measured on',
  split STRING NOT NULL COMMENT 'Split measured on',
  metric STRING NOT NULL COMMENT 'Name: accuracy, precision, recall, f1, loss, confusion, ...; docs/metrics.md lists them',
  `class` STRING NOT NULL COMMENT 'Digit, macro, micro, all, true>read for a cell of the confusion matrix, or coverage>=share',
  value DOUBLE NOT NULL COMMENT 'The number',
  n BIGINT NOT NULL COMMENT 'Examples behind it'
)
USING iceberg
PARTITIONED BY (run)
COMMENT 'One number about one model on one split'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full',
  'write.metadata.metrics.column.job' = 'full',
  'write.metadata.metrics.column.model' = 'full'
)
