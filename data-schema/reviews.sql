CREATE TABLE IF NOT EXISTS ${table} (
  run STRING NOT NULL COMMENT 'Extract run of the page',
  page STRING NOT NULL COMMENT 'Key of the page',
  field STRING NOT NULL COMMENT 'Field of the template',
  state STRING NOT NULL COMMENT 'VALUE, BLANK (empty or crossed out) or UNREADABLE',
  value STRING COMMENT 'Digits that the person read: the final value of the field; null unless the state is VALUE',
  reviewer STRING NOT NULL COMMENT 'Who answered',
  reviewed_at TIMESTAMP NOT NULL COMMENT 'When',
  model STRING NOT NULL COMMENT 'Id of the model whose reading was reviewed',
  read STRING COMMENT 'Value that the model read; null where it read none',
  audit BOOLEAN NOT NULL COMMENT 'Whether the model had accepted the field and it belonged to the audit sample'
)
USING iceberg
PARTITIONED BY (run)
COMMENT 'One field of one page as a person read it; of several answers the last'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full'
)
