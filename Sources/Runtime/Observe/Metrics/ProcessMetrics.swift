#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the system knows of this process, under the names that Prometheus's own libraries use
/// (https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics). What only Linux tells is left out
/// elsewhere.
package enum ProcessMetrics {
    package static func register(in metrics: Metrics) {
        add("process_cpu_seconds_total", "CPU time of the process, user and system.", .counter, metrics, cpuSeconds)
        add(
            "process_max_fds", "The most descriptors that the process may have open.", .gauge, metrics,
            maximumDescriptors)
        #if os(Linux)
            add("process_open_fds", "Descriptors that are open.", .gauge, metrics, openDescriptors)
            add("process_resident_memory_bytes", "Memory in RAM.", .gauge, metrics) { memory(field: 1) }
            add("process_virtual_memory_bytes", "Address space.", .gauge, metrics) { memory(field: 0) }
            let started = startSeconds()
            add("process_start_time_seconds", "When the process started, since 1970.", .gauge, metrics) { started }
        #endif
    }

    private static func add(
        _ name: String, _ help: String, _ kind: MetricFamily.Kind, _ metrics: Metrics,
        _ read: @escaping @Sendable () -> Double?
    ) {
        metrics.family(name, help: help, kind: kind) { read().map { [.init([], .real($0))] } ?? [] }
    }

    @Sendable private static func cpuSeconds() -> Double? {
        var usage = rusage()
        #if canImport(Glibc)
            let own = Int32(RUSAGE_SELF.rawValue)
        #else
            let own = RUSAGE_SELF
        #endif
        guard getrusage(own, &usage) == 0 else { return nil }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }

    @Sendable private static func maximumDescriptors() -> Double? {
        var limit = rlimit()
        #if canImport(Glibc)
            guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
        #else
            guard getrlimit(RLIMIT_NOFILE, &limit) == 0 else { return nil }
        #endif
        return Double(limit.rlim_cur)
    }
}

#if os(Linux)
    extension ProcessMetrics {
        /// Counts the entries of a folder that the kernel makes while it is read: below 0.4 µs each.
        @Sendable private static func openDescriptors() -> Double? {
            guard let folder = opendir("/proc/self/fd") else { return nil }
            defer { closedir(folder) }
            // Not counted: `.`, `..` and the descriptor of this look.
            var count = -3
            while readdir(folder) != nil { count += 1 }
            return Double(count)
        }

        /// - Parameter field: of `/proc/self/statm`, in pages (proc_pid_statm(5)): 0 the size, 1 what is in RAM.
        private static func memory(field: Int) -> Double? {
            guard let fields = read("/proc/self/statm")?.split(separator: " "), fields.count > field,
                let pages = Double(fields[field])
            else { return nil }
            return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
        }

        /// From field 22 of `/proc/self/stat`, in ticks since boot (proc_pid_stat(5)).
        private static func startSeconds() -> Double? {
            // The name of the program, field 2, may hold spaces and parentheses.
            guard let line = read("/proc/self/stat"), let afterName = line.lastIndex(of: ")") else { return nil }
            let fields = line[afterName...].split(separator: " ")
            guard fields.count > 20, let ticks = Double(fields[20]) else { return nil }
            let sinceBoot = ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
            return seconds(of: CLOCK_REALTIME) - seconds(of: CLOCK_BOOTTIME) + sinceBoot
        }

        private static func seconds(of clock: Int32) -> Double {
            var time = timespec()
            clock_gettime(clock, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }

        /// A short file of `/proc`, which the kernel makes while it is read: no disk is waited for.
        private static func read(_ path: String) -> String? {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { return nil }
            defer { close(descriptor) }
            return withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { buffer in
                let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
            }
        }
    }
#endif
