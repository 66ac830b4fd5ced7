using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Witness;

/// <summary>
/// The last checkpoint of each log that this witness signed, on disk before the signature leaves the house. One program at a time holds
/// the folder: two would each believe their own past.
/// </summary>
public sealed class SeenCheckpoints : IDisposable
{
    private readonly string folder;
    private readonly FileStream held;
    private readonly Lock one = new();

    public SeenCheckpoints(IOptions<WitnessSettings> settings)
    {
        folder = Directory.CreateDirectory(settings.Value.State).FullName;
        held = new(Path.Combine(folder, "held"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    /// <summary>Null for a log that this witness never signed for.</summary>
    public Checkpoint? Last(string origin)
    {
        var file = FileOf(origin);
        return File.Exists(file) ? Checkpoint.Parse(File.ReadAllText(file)) : null;
    }

    /// <summary>
    /// Puts a checkpoint in the place of the last one, if <paramref name="judge"/> finds nothing against it. Nobody else looks or writes
    /// between the two.
    /// </summary>
    /// <returns>What the judge said; null when the checkpoint is now the last one, on disk.</returns>
    public T? Move<T>(Checkpoint next, Func<Checkpoint?, T?> judge)
        where T : class
    {
        lock (one)
        {
            if (judge(Last(next.Origin)) is { } against)
            {
                return against;
            }

            DurableFile.Replace(FileOf(next.Origin), Encoding.UTF8.GetBytes(next.ToText()));
            return null;
        }
    }

    public void Dispose() => held.Dispose();

    private string FileOf(string origin) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin))));
}
