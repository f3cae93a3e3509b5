/// The SQL that makes demo users. All is computed from a user's number, so every machine gets the same people.
enum DemoData {
    /// How many users one script makes, so that each stays well within a statement timeout.
    private static let batch = 10_000

    /// Scripts that add the users 1 to `users` that are not there yet.
    static func scripts(users: Int) -> [String] {
        stride(from: 1, through: users, by: batch).map { first in
            """
            \(refuseStrangers)
            \(insert(first, min(first + batch - 1, users)))
            ANALYZE auth.users, user_profiles, user_settings;
            """
        }
    }

    /// One script that adds users when there is no profile yet, and else does nothing.
    static func scriptWhenEmpty(users: Int) -> String {
        """
        DO $seed$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM user_profiles) THEN
        \(insert(1, users))
        END IF;
        END $seed$;
        """
    }

    /// `auth.users` belongs to the authentication layer: where real people are, nothing is added.
    private static let refuseStrangers = """
        DO $check$ BEGIN
        IF EXISTS (SELECT 1 FROM auth.users WHERE id::text NOT LIKE '00000000-0000-4000-8000-%') THEN
            RAISE EXCEPTION 'auth.users holds people who are not demo users; nothing was added';
        END IF;
        END $check$;
        """

    private static func insert(_ first: Int, _ last: Int) -> String {
        """
        INSERT INTO auth.users (id, email, created_at)
        SELECT \(id), 'user' || n || '@example.com', \(created)
        FROM generate_series(\(first), \(last)) AS n
        ON CONFLICT (id) DO NOTHING;

        \(profiles(first, last))

        INSERT INTO user_settings (user_id, notification_preferences, ui_preferences, privacy_settings)
        SELECT \(id),
            jsonb_build_object('digest', (\(array(["never", "daily", "weekly"])))[1 + n % 3], 'email', n % 4 <> 0),
            jsonb_build_object('theme', (\(array(["system", "light", "dark"])))[1 + n % 3],
                'language', (\(array(["en", "de", "fr", "es", "pt"])))[1 + n % 5]),
            jsonb_build_object('visibility', jsonb_build_object(
                'bio', (\(array(["user", "nobody", "anyone"])))[1 + n % 3],
                'email', (\(array(["nobody", "user", "anyone", "nobody"])))[1 + n % 4]))
        FROM generate_series(\(first), \(last)) AS n
        WHERE n % 3 <> 0
        ON CONFLICT (user_id) DO NOTHING;
        """
    }

    private static func profiles(_ first: Int, _ last: Int) -> String {
        """
        INSERT INTO user_profiles
            (user_id, display_name, avatar_url, bio, email, phone, status, last_active_at, job_title, customer_tier,
            created_at, updated_at)
        SELECT \(id),
            (\(array(firstNames)))[1 + n * 7 % \(firstNames.count)] || ' '
                || (\(array(lastNames)))[1 + (n * 13 + n / \(firstNames.count)) % \(lastNames.count)],
            CASE WHEN n % 4 <> 3 THEN 'https://images.example.com/avatars/' || n || '.webp' END,
            CASE WHEN n % 3 <> 2 THEN (\(array(bios)))[1 + n % \(bios.count)] END,
            'user' || n || '@example.com',
            CASE WHEN n % 2 = 0 THEN '+1555' || lpad((n % 10000000)::text, 7, '0') END,
            CASE WHEN n <= 4 THEN 'active' WHEN n % 20 = 0 THEN 'suspended' WHEN n % 20 = 7 THEN 'invited'
                WHEN n % 20 = 13 THEN 'deactivated' ELSE 'active' END,
            CASE WHEN n % 20 <> 7 THEN now() - (n * 37 % 43200) * interval '1 minute' END,
            CASE WHEN n % 5 <> 4 THEN (\(array(jobTitles)))[1 + n % \(jobTitles.count)] END,
            (\(array(["free", "free", "pro", "enterprise"])))[1 + n % 4],
            \(created), \(created)
        FROM generate_series(\(first), \(last)) AS n
        WHERE NOT EXISTS (SELECT 1 FROM user_profiles AS p WHERE p.user_id = \(id));
        """
    }

    private static let id = "('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid"
    /// Within the last two years, to the minute.
    private static let created =
        "date_trunc('minute', now()) - (43200 + n::bigint * 7919 % 1000000) * interval '1 minute'"

    private static func array(_ words: [String]) -> String {
        "ARRAY[" + words.map { "'" + $0.replacing("'", with: "''") + "'" }.joined(separator: ", ") + "]"
    }

    private static let firstNames = [
        "Ada", "Amara", "Anouk", "Björn", "Camila", "Chidi", "Dmitri", "Elif", "Fatima", "Grace", "Hana", "Ines",
        "Jamal", "Kenji", "Lena", "Mateo", "Mei", "Noor", "Olu", "Priya", "Quinn", "Rosa", "Søren", "Tariq", "Yara",
    ]
    private static let lastNames = [
        "Almeida", "Bauer", "Chen", "Diallo", "Eriksen", "Fischer", "García", "Haddad", "Ivanova", "Jensen", "Kim",
        "Larsen", "Moreau", "Nakamura", "O'Brien", "Okafor", "Patel", "Rossi", "Silva", "Tanaka", "Ueda", "Yılmaz",
    ]
    private static let jobTitles = [
        "Architect", "Baker", "Cartographer", "Designer", "Engineer", "Florist", "Translator",
    ]
    private static let bios = [
        "Builds small things that last.", "Gardener, cyclist, early riser.", "Reads maps for fun.",
        "Learning the cello, slowly.", "Works on water, lives by the sea.", "Asks one more question than needed.",
        "Bakes bread on Sundays.",
    ]
}
