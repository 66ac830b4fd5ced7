using System.Text;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Publishing;

/// <summary>
/// The last (size, root) that was signed, in a file outside the database and outside what is published: whoever restores an old backup of
/// either finds that this remembers. One process holds it at a time.
/// </summary>
public sealed class Guard : IDisposable
{
    private readonly string file;
    private readonly FileStream held;

    /// <exception cref="IOException">Another process publishes.</exception>
    public Guard(string file)
    {
        this.file = file;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        held = new(file + ".held", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Last = File.Exists(file) ? Checkpoint.Parse(File.ReadAllText(file)) : null;
    }

    /// <summary>Null before the first signature.</summary>
    public Checkpoint? Last { get; private set; }

    /// <summary>Moves from what was signed last to what is about to be signed; on disk when this returns.</summary>
    /// <param name="seen">What the caller built upon.</param>
    /// <exception cref="GuardException">Something else was signed last, or the next one is no successor.</exception>
    public void Move(Checkpoint? seen, Checkpoint next)
    {
        var onDisk = File.Exists(file) ? Checkpoint.Parse(File.ReadAllText(file)) : null;
        if (onDisk != seen || onDisk != Last)
        {
            throw new GuardException($"The guard remembers size {onDisk?.Size ?? 0}, the log was built upon size {seen?.Size ?? 0}: nothing is signed.");
        }

        if (next.Size < (seen?.Size ?? 0) || (seen is not null && (next.Origin != seen.Origin || (next.Size == seen.Size && next.Root != seen.Root))))
        {
            throw new GuardException($"The log of size {next.Size} does not follow the one of size {seen!.Size} that was signed: nothing is signed.");
        }

        DurableFile.Replace(file, Encoding.UTF8.GetBytes(next.ToText()));
        Last = next;
    }

    public void Dispose() => held.Dispose();
}

/// <summary>Signing would show two pasts. Somebody restored a backup, or two processes publish; nothing goes on until a person has looked.</summary>
public sealed class GuardException(string message) : Exception(message);
