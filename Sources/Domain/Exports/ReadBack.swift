/// What was understood of one association's files of the month, in the few numbers that it knows of itself: the one check that only
/// the association can make. nil where no file of the kind was accepted.
package struct ReadBack: Hashable, Sendable {
  package struct Staff: Hashable, Sendable {
    package var fullTimeEquivalent: Rational
    package var employees: Int
    /// Jobs ever created since the programme's start, and those in course of creation now.
    package var jobs: Int
    package init(fullTimeEquivalent: Rational, employees: Int, jobs: Int) {
      self.fullTimeEquivalent = fullTimeEquivalent
      self.employees = employees
      self.jobs = jobs
    }
  }
  package struct Register: Hashable, Sendable {
    /// Accompanied in the month.
    package var persons: Int
    package var entries: Int
    package var exits: Int
    package init(persons: Int, entries: Int, exits: Int) {
      self.persons = persons
      self.entries = entries
      self.exits = exits
    }
  }
  package struct Meetings: Hashable, Sendable {
    package var held: Int
    package init(held: Int) { self.held = held }
  }
  package var staff: Staff?
  package var register: Register?
  package var meetings: Meetings?
  package init(staff: Staff? = nil, register: Register? = nil, meetings: Meetings? = nil) {
    self.staff = staff
    self.register = register
    self.meetings = meetings
  }
}
