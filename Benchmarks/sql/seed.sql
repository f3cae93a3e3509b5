-- 100,000 users whose ids the load scripts can compute: 00000000-0000-4000-8000- and the number as 12 hex digits.
-- Half have settings of their own, so that reads meet both cases of the join.
INSERT INTO auth.users (id)
SELECT ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid
FROM generate_series(1, :users) AS n
ON CONFLICT DO NOTHING;

INSERT INTO user_profiles (user_id, display_name, avatar_url, bio, email)
SELECT
    ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
    'User ' || lpad(to_hex(n), 6, '0'),
    'https://images.example.com/avatars/' || n || '.webp',
    'Person number ' || n || ' of the benchmark, with a short text about the work that they do.',
    'user' || n || '@example.com'
FROM generate_series(1, :users) AS n;

INSERT INTO user_settings (user_id, notification_preferences, ui_preferences, privacy_settings)
SELECT
    ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
    '{"digest": "daily", "email": true}', '{"theme": "dark"}', '{"visibility": {"email": "user"}}'
FROM generate_series(1, :users, 2) AS n;

VACUUM (ANALYZE) auth.users;
VACUUM (ANALYZE) user_profiles;
VACUUM (ANALYZE) user_settings;
CHECKPOINT;
