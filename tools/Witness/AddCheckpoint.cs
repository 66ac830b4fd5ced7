using System.Globalization;
using System.Net.Mime;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Witness;

/// <summary>A log hands in its newest checkpoint with the proof that it extends the last one seen here, and takes a signature away (C2SP tlog-witness).</summary>
public static class AddCheckpoint
{
    /// <summary>63 hashes and a note with many signatures.</summary>
    public const int MostBytes = 128 * 1024;

    private const int MostHashes = 63;

    public static void MapAddCheckpoint(this IEndpointRouteBuilder routes) => routes.MapPost("/add-checkpoint", Handle);

    private static async Task<IResult> Handle(HttpRequest http, WatchedLogs logs, SeenCheckpoints seen)
    {
        using var reader = new StreamReader(http.Body);
        Request request;
        try
        {
            request = Read(await reader.ReadToEndAsync());
        }
        catch (FormatException malformed)
        {
            return Answer(StatusCodes.Status400BadRequest, malformed.Message);
        }

        return Refuse(request, logs)
            ?? seen.Move(request.Checkpoint, last => Refuse(request, last))
            ?? Results.Text($"{logs.Signer.Sign(request.Note.Text)}\n", MediaTypeNames.Text.Plain);
    }

    /// <summary>What speaks against the request before the past is looked at.</summary>
    private static IResult? Refuse(Request request, WatchedLogs logs)
    {
        var keys = logs.KeysOf(request.Checkpoint.Origin).ToArray();
        if (keys.Length == 0)
        {
            return Answer(StatusCodes.Status404NotFound, "This witness does not watch that log.");
        }

        if (!IsSigned(request.Note, keys))
        {
            return Answer(StatusCodes.Status403Forbidden, "The checkpoint is not signed by the log.");
        }

        return request.Old > request.Checkpoint.Size ? Answer(StatusCodes.Status400BadRequest, "The old size is larger than the checkpoint's.") : null;
    }

    /// <summary>What the past says against it.</summary>
    private static IResult? Refuse(Request request, Checkpoint? last)
    {
        var (old, next) = (last?.Size ?? 0, request.Checkpoint);
        if (request.Old != old)
        {
            return Results.Text(string.Create(CultureInfo.InvariantCulture, $"{old}\n"), "text/x.tlog.size", statusCode: StatusCodes.Status409Conflict);
        }

        if (last is not null && old == next.Size && last.Root != next.Root)
        {
            return Answer(StatusCodes.Status409Conflict, "This witness has seen another root for that size: the log shows two pasts.");
        }

        var holds = old == 0
            ? request.Proof.Count == 0 && (next.Size > 0 || next.Root == Merkle.EmptyRoot)
            : MerkleProof.Extends(old, next.Size, request.Proof, last!.Root, next.Root);
        return holds ? null : Answer(StatusCodes.Status422UnprocessableEntity, "The proof does not show that the log only grew.");
    }

    private static bool IsSigned(SignedNote note, VerifierKey[] keys)
    {
        try
        {
            return note.Verify(keys).Count > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static Request Read(string body)
    {
        var blank = body.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = blank < 0 ? [] : body[..blank].Split('\n');
        if (lines is not [['o', 'l', 'd', ' ', .. var old], ..]
            || !ulong.TryParse(old, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || size.ToString(CultureInfo.InvariantCulture) != old
            || lines.Length > MostHashes + 1)
        {
            throw new FormatException("A request is 'old SIZE', at most 63 hashes, an empty line and a checkpoint.");
        }

        var note = SignedNote.Parse(body[(blank + 2)..]);
        return new(size, [.. lines[1..].Select(Digest.Parse)], note, Checkpoint.Parse(note.Text));
    }

    private static IResult Answer(int status, string message) => Results.Text($"{message}\n", MediaTypeNames.Text.Plain, statusCode: status);

    private sealed record Request(ulong Old, IReadOnlyList<Digest> Proof, SignedNote Note, Checkpoint Checkpoint);
}
