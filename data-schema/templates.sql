CREATE TABLE IF NOT EXISTS ${table} (
  run STRING NOT NULL COMMENT 'Extract run that used the template',
  template STRING NOT NULL COMMENT 'name@digest',
  json STRING NOT NULL COMMENT 'The template file as read'
)
USING iceberg
PARTITIONED BY (run)
COMMENT 'One form template as an extract run used it'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full'
)
