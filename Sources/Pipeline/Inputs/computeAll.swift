import Compute
import Domain

/// Every figure of the checked month.
func computeAll(_ checked: CheckedMonth) -> Figures {
  compute(
    checked.definitions.catalogue, from: checked.facts, of: checked.definitions.programme,
    with: checked.definitions.reference, for: checked.month)
}
