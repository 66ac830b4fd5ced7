using System.Text;
using System.Text.Json;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>
/// What a reader remembers of a log from one visit to the next: whose signatures count, and the last checkpoint seen. A log that shows
/// another past later is found out by this file alone.
/// </summary>
/// <param name="Policy">C2SP tlog-policy.</param>
/// <param name="Checkpoint">The signed note; null before the first visit.</param>
/// <param name="Keys">What the log named in <c>/keys.txt</c>, for the key of its promises; null when never asked.</param>
public sealed record PinnedLog(string Policy, string? Checkpoint, string? Keys = null)
{
    /// <summary>The checkpoint last seen; null before the first visit.</summary>
    public Checkpoint? Last => Checkpoint is null ? null : TransparencyLog.Checkpoint.Parse(SignedNote.Parse(Checkpoint).Text);

    /// <summary>Null when there is no such file.</summary>
    /// <exception cref="RegistryException">The file is not what <see cref="Write"/> wrote.</exception>
    public static PinnedLog? Read(string file)
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<PinnedLog>(File.ReadAllText(file), JsonSerializerOptions.Web) : null;
        }
        catch (JsonException)
        {
            throw new RegistryException($"{file} does not hold what was seen of a log. Restore it from a copy; without it only what is said today can be checked.");
        }
    }

    public void Write(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        DurableFile.Replace(file, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this, JsonSerializerOptions.Web)));
    }
}
