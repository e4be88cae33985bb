import Compute
import Domain

/// Every figure of the gathered month.
func computeAll(_ gathered: Gathered) -> Figures {
  compute(
    gathered.definitions.catalogue, from: gathered.facts, of: gathered.definitions.programme,
    with: gathered.definitions.reference, for: gathered.month)
}
