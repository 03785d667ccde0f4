CREATE TABLE IF NOT EXISTS ${table} (
  run STRING NOT NULL COMMENT 'Labelled run that it comes from',
  model STRING NOT NULL COMMENT 'Id of the model',
  template STRING NOT NULL COMMENT 'Form template of the fields: name@digest',
  settings STRING NOT NULL COMMENT 'Digest of the version of the rules of reading and of the settings of the section form that it holds for',
  max_error DOUBLE NOT NULL COMMENT 'Share of wrong fields among the accepted ones that is not to be exceeded',
  status STRING NOT NULL COMMENT 'CERTIFIED or UNCERTIFIED',
  reason STRING COMMENT 'Why, when the status is UNCERTIFIED',
  threshold DOUBLE COMMENT 'Lowest confidence accepted; null when the status is UNCERTIFIED',
  coverage DOUBLE COMMENT 'Share of the labelled fields that it accepts; null when the status is UNCERTIFIED',
  error_upper DOUBLE COMMENT 'What the share of wrong fields is at most, at 95 % confidence; null when the status is UNCERTIFIED',
  labelled BIGINT NOT NULL COMMENT 'Labelled fields of the run',
  truth STRING NOT NULL COMMENT 'File that holds the true values'
)
USING iceberg
PARTITIONED BY (model)
COMMENT 'What one labelled run says about one limit of error'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full',
  'write.metadata.metrics.column.model' = 'full'
)
