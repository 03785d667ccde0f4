CREATE TABLE IF NOT EXISTS ${table} (
  `key` STRING NOT NULL COMMENT 'Key of the scored row in digits (job evaluate) or crops (job score)',
  run STRING NOT NULL COMMENT 'Run that published the row',
  job STRING NOT NULL COMMENT 'evaluate or score',
  model STRING NOT NULL COMMENT 'Id of the model',
  label INT COMMENT 'True digit where it is known',
  digit INT NOT NULL COMMENT 'Most probable digit',
  p1 DOUBLE NOT NULL COMMENT 'Softmax probability of digit',
  `second` INT NOT NULL COMMENT 'Second most probable digit',
  p2 DOUBLE NOT NULL COMMENT 'Softmax probability of second',
  margin DOUBLE NOT NULL COMMENT 'Logit of digit minus logit of second',
  confidence DOUBLE NOT NULL COMMENT 'Probability of digit after temperature scaling',
  logits ARRAY<FLOAT> NOT NULL COMMENT 'The ten logits, digit 0 first'
)
USING iceberg
PARTITIONED BY (run, model)
COMMENT 'One scored digit'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full',
  'write.metadata.metrics.column.job' = 'full',
  'write.metadata.metrics.column.model' = 'full'
)
