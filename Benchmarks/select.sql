-- The server's read of one profile, in pgbench's spelling. Keep it equal to the generated statement `profile_by_key`.
\set n random(1, 100000)
SELECT p.user_id, p.display_name, p.avatar_url, p.bio, p.email, p.phone, p.status, p.created_at, p.updated_at, p.row_version, s.privacy_settings -> 'visibility' AS visibility FROM user_profiles p LEFT JOIN user_settings s ON s.user_id = p.user_id WHERE p.user_id = ('00000000-0000-4000-8000-' || lpad(to_hex(:n::int), 12, '0'))::uuid;
