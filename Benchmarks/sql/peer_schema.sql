-- Stands in for `roster migrate` when a run holds peers only, so that they can be measured without building the server.
CREATE TABLE user_profiles (
    id SERIAL PRIMARY KEY,
    user_id UUID NOT NULL UNIQUE REFERENCES auth.users (id),
    display_name VARCHAR(100) NOT NULL,
    avatar_url TEXT,
    bio TEXT,
    email TEXT,
    phone TEXT,
    status TEXT NOT NULL DEFAULT 'active',
    last_active_at TIMESTAMPTZ,
    job_title VARCHAR(80),
    customer_tier TEXT NOT NULL DEFAULT 'free',
    created_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT NOW(),
    row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE user_settings (
    user_id UUID PRIMARY KEY REFERENCES auth.users (id),
    notification_preferences JSONB,
    ui_preferences JSONB,
    privacy_settings JSONB,
    updated_at TIMESTAMPTZ DEFAULT NOW()
);
CREATE UNIQUE INDEX user_profiles_email_unique ON user_profiles (lower(email));
