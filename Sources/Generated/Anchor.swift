// SwiftPM drops a target without a hand-written file, and then never runs its plugin. This file keeps the target;
// everything else in it is generated from spec/users.yaml by Plugins/GenerateAPI.
