using System.Globalization;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// A signed checkpoint with the proof that it extends an older one: <c>old N</c>, a hash a line, an empty line, the note. A witness is handed
/// it (C2SP tlog-witness, add-checkpoint), and <c>/proof/consistency</c> answers with it.
/// </summary>
public static class ExtendingNote
{
    /// <param name="old">The size that the proof begins from.</param>
    public static string Write(ulong old, IEnumerable<Digest> proof, SignedNote note) =>
        string.Create(CultureInfo.InvariantCulture, $"old {old}\n{string.Concat(proof.Select(h => $"{h}\n"))}\n{note}");
}
