export { STATUS_NAMES } from '#domain/words/report-line'
