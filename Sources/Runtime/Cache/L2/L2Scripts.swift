/// The scripts that keep the cache in Redis coherent. Each runs as one step, so each decides on what is true.
///
/// A record is one hash:
/// - `e`: the epoch in which it was begun; another one than the current makes the hash worth nothing.
/// - `t`: the token that readers are given on a miss and must bring back with what they read. It is gone when the hash
///   was dropped, evicted or flushed meanwhile, so a reader that is slower than that can't put its row back.
/// - `v`: the newest version that was filled or written, as 20 digits, whose order is the numbers' order. All views are
///   of it; alone it is the floor that a write leaves for the readers under way.
/// - `b`: until when (Unix time, ms) nothing may be held, because a write's outcome is unknown. Such a hash has no
///   other field.
/// - one field for each view of each contract, named by both.
///
/// The epoch is a key of its own: a random word, or `-` while nothing at all may be held. It is made by the first lookup,
/// so when it gets lost, all hashes are worth nothing.
enum L2Scripts {
    static let all = [lookup, fill, invalidate, flush]

    /// Where each stands in `all`.
    enum Place {
        static let lookup = 0
        static let fill = 1
        static let invalidate = 2
        static let flush = 3
    }

    private static let now = """
        local function now()
          local time = redis.call('TIME')
          return time[1] * 1000 + math.floor(time[2] / 1000)
        end

        """

    /// KEYS: record, epoch. ARGV: view, a new token, the ms that an unused token lasts.
    /// Gives the view's bytes; else a list with the token to fill it by; 0 when it must not be filled.
    private static let lookup =
        now + """
            local epoch = redis.call('GET', KEYS[2])
            if epoch == '-' then return 0 end
            if not epoch then
              epoch = ARGV[2]
              redis.call('SET', KEYS[2], epoch)
            end
            local found = redis.call('HMGET', KEYS[1], ARGV[1], 't', 'e', 'b')
            if found[4] and tonumber(found[4]) > now() then return 0 end
            if found[3] == epoch then
              if found[1] then return found[1] end
              return {found[2]}
            end
            redis.call('DEL', KEYS[1])
            redis.call('HSET', KEYS[1], 't', ARGV[2], 'e', epoch)
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return {ARGV[2]}
            """

    /// KEYS: record, epoch. ARGV: token, version, view, bytes, the ms that views last.
    /// Gives 1 when the view is held now, 0 when it came too late.
    private static let fill = """
        local old = redis.call('HMGET', KEYS[1], 't', 'e', 'v')
        if old[1] ~= ARGV[1] or old[2] ~= redis.call('GET', KEYS[2]) then return 0 end
        if old[3] and old[3] > ARGV[2] then return 0 end
        if old[3] and old[3] < ARGV[2] then
          redis.call('DEL', KEYS[1])
          redis.call('HSET', KEYS[1], 't', old[1], 'e', old[2])
        end
        redis.call('HSET', KEYS[1], 'v', ARGV[2], ARGV[3], ARGV[4])
        -- The first view starts the time of all, so that a later one doesn't lengthen it.
        if redis.call('HLEN', KEYS[1]) == 4 then redis.call('PEXPIRE', KEYS[1], ARGV[5]) end
        return 1
        """

    /// KEYS: record. ARGV: version or nothing, the ms to hold nothing or 0, the ms that a floor lasts, channel, message.
    ///
    /// Where there is no hash no reader has a token, so there is nobody to leave a floor for. A server without memory may
    /// refuse the floor; then the hash is gone, and with it the tokens, which is as good.
    private static let invalidate =
        now + """
            redis.call('PUBLISH', ARGV[4], ARGV[5])
            local old = redis.call('HMGET', KEYS[1], 't', 'e', 'v', 'b')
            local hold = tonumber(ARGV[2])
            if hold > 0 then
              local release = math.max(tonumber(old[4] or '0'), now() + hold)
              redis.call('DEL', KEYS[1])
              redis.call('HSET', KEYS[1], 'b', string.format('%.0f', release))
              redis.call('PEXPIREAT', KEYS[1], string.format('%.0f', release))
              return 1
            end
            if old[4] or not old[1] then return 1 end
            if old[3] and old[3] >= ARGV[1] then return 1 end
            redis.call('DEL', KEYS[1])
            redis.pcall('HSET', KEYS[1], 't', old[1], 'e', old[2], 'v', ARGV[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return 1
            """

    /// KEYS: epoch. ARGV: the new epoch, the ms to hold nothing at all or 0, channel, message.
    private static let flush = """
        redis.call('PUBLISH', ARGV[3], ARGV[4])
        local hold = tonumber(ARGV[2])
        if redis.call('GET', KEYS[1]) == '-' then
          hold = math.max(hold, redis.call('PTTL', KEYS[1]))
        end
        if hold > 0 then
          redis.call('SET', KEYS[1], '-', 'PX', string.format('%.0f', hold))
        else
          redis.call('SET', KEYS[1], ARGV[1])
        end
        return 1
        """
}
