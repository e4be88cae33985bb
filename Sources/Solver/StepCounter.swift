import CLibGLPK

/// When branch and bound ends before its end: after so many steps, or with an answer that is good enough.
final class StepCounter {
  private var left: Int
  private let goal: (sense: LinearProgramme.Sense, aim: Double)?

  init(left: Int, goal: (sense: LinearProgramme.Sense, aim: Double)?) {
    self.left = left
    self.goal = goal
  }

  /// Asked at each turn of the solver, and told what the best answer's aim is.
  func isOver(_ reason: Int32, aim: Double) -> Bool {
    if reason == GLP_IBINGO, let goal {
      return goal.sense == .most ? aim > goal.aim - 1e-6 : aim < goal.aim + 1e-6
    }
    if reason == GLP_ISELECT { left -= 1 }
    return left < 0
  }
}
