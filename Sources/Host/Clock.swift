import Glibc

/// The only clock of the house is Pipeline's; this is what it reads. Seconds since 1970 and, for timings, a stopwatch.
package enum Clock {
  package static var now: Int { time(nil) }

  /// Nanoseconds of a clock that only goes forward.
  package static var ticks: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  package static func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }

  package static var processId: Int32 { getpid() }
}
