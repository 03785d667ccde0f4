CREATE TABLE IF NOT EXISTS ${table} (
  run STRING NOT NULL COMMENT 'Run that published the row',
  id STRING NOT NULL COMMENT 'Model',
  event STRING NOT NULL COMMENT 'REGISTERED, DECIDED or ROLLED_BACK',
  decision STRING COMMENT 'PROMOTED (the champion from here on) or REFUSED; null on registration',
  sequence BIGINT NOT NULL COMMENT 'Order of the events, from 0',
  network STRING NOT NULL COMMENT 'Network: cnn, lenet or mlp',
  path STRING NOT NULL COMMENT 'Model file, relative to the warehouse unless absolute',
  sha256 STRING NOT NULL COMMENT 'SHA-256 of the model file, hexadecimal',
  parents ARRAY<STRING> NOT NULL COMMENT 'Models that it was trained on from; empty for a fresh one',
  config STRING NOT NULL COMMENT 'Effective configuration as JSON',
  reasons ARRAY<STRING> NOT NULL COMMENT 'Reasons of a decision or rollback; empty on registration'
)
USING iceberg
COMMENT 'One event in the life of a registered model: registered, then one row for each decision and each return by rollback'
TBLPROPERTIES (
  'write.metadata.metrics.column.run' = 'full',
  'write.metadata.metrics.column.id' = 'full',
  'write.metadata.metrics.column.event' = 'full'
)
