CREATE TABLE IF NOT EXISTS ${table} (
  run STRING NOT NULL COMMENT 'Run that refused it',
  source STRING NOT NULL COMMENT 'File',
  `offset` BIGINT NOT NULL COMMENT 'Record or line number in the file, from 0',
  reason STRING NOT NULL COMMENT 'Short name of the defect',
  detail STRING NOT NULL COMMENT 'Expected and found',
  sha256 STRING NOT NULL COMMENT 'SHA-256 of the record\'s bytes, hexadecimal'
)
USING iceberg
PARTITIONED BY (run)
COMMENT 'One refused record; never its payload'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full'
)
