namespace PilotRegistry.Gateway;

/// <summary>Where to go after signing in: a path of this site and nothing else (open redirect, RFC 9700, 4.11.1).</summary>
public static class LocalPath
{
    /// <summary>Browsers read <c>//host</c>, <c>/\host</c> and paths with tabs or newlines in them as other sites.</summary>
    public static bool IsLocal(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..]
        && path.Length <= 1000
        && !path.Any(letter => char.IsControl(letter) || letter == '\\');

    public static string Or(string? path, string otherwise) => IsLocal(path) ? path! : otherwise;
}
