CREATE TABLE IF NOT EXISTS ${table} (
  run STRING NOT NULL COMMENT 'Run that published the row',
  model STRING NOT NULL COMMENT 'Id of the model',
  job STRING NOT NULL COMMENT 'evaluate: of digits; score: of fields',
  source STRING NOT NULL COMMENT 'dataset/split of the digits, or template of the fields',
  threshold DOUBLE NOT NULL COMMENT 'Lowest confidence accepted',
  coverage DOUBLE NOT NULL COMMENT 'Share of the labelled examples that is accepted',
  risk DOUBLE NOT NULL COMMENT 'Share of the accepted that is wrong',
  risk_upper DOUBLE NOT NULL COMMENT 'What that share is at most, at 95 % confidence, for this row alone',
  accepted BIGINT NOT NULL COMMENT 'Examples accepted',
  wrong BIGINT NOT NULL COMMENT 'Those of them that are wrong'
)
USING iceberg
PARTITIONED BY (run)
COMMENT 'One point of the curve of errors against coverage of one labelled run'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full',
  'write.metadata.metrics.column.job' = 'full',
  'write.metadata.metrics.column.model' = 'full'
)
