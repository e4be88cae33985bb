import Domain

/// What only shows when files are held against one another: reports that disagree, registers that lose a path, numbers that
/// jump. Warnings alone; nothing is refused here. `staff`: of every accepted month, in whatever order.
package func validate(_ facts: Facts, staff: [StaffMonth], under definitions: Definitions) -> [Finding] {
  stateDisagreements(facts, definitions.programme) + lostPaths(facts, definitions.programme)
    + jumps(facts, staff, definitions)
}
