-- The server's read of one profile, in pgbench's spelling: the columns and the join of the generated `profile_select`, for one key.
\set n random(1, 100000)
SELECT r.user_id, r.row_version, r.display_name, r.avatar_url, r.bio, r.email, r.phone, r.status, r.last_active_at, r.created_at, r.updated_at, c.privacy_settings #>> '{visibility,bio}', c.privacy_settings #>> '{visibility,email}', c.privacy_settings #>> '{visibility,phone}' FROM user_profiles AS r LEFT JOIN user_settings AS c ON c.user_id = r.user_id WHERE r.user_id = ('00000000-0000-4000-8000-' || lpad(to_hex(:n::int), 12, '0'))::uuid;
