import Domain
import Pipeline

func deliveredCell(_ workbook: String, _ place: String, inputs: InputsFolder) throws -> (ExplainRequest, Month) {
  throw UsageError(message: "pas encore")
}
