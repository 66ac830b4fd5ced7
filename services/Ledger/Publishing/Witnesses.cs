using System.Globalization;
using System.Net;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Publishing;

/// <summary>
/// Asks the witnesses of the policy for their signatures (C2SP tlog-witness). A witness that is behind is told the way from where it
/// stands. When the quorum is not met, the checkpoint does not go out: it is asked for again with the next attempt.
/// </summary>
public sealed class Witnesses(LogIdentity identity, LogFolder folder, IHttpClientFactory clients)
{
    /// <summary>The note with every signature that could be had.</summary>
    /// <exception cref="QuorumException">Too few.</exception>
    public async Task<SignedNote> CosignAsync(Checkpoint? last, SignedNote note)
    {
        var policy = identity.Policy;
        var next = Checkpoint.Parse(note.Text);
        var answers = await Task.WhenAll(policy.Witnesses.Where(w => w.Url is not null).Select(w => AskAsync(w, last?.Size ?? 0, next, note)));
        var cosigned = note with { Signatures = [.. note.Signatures, .. answers.OfType<NoteSignature>()] };
        try
        {
            policy.Check(cosigned);
            return cosigned;
        }
        catch (FormatException missing)
        {
            throw new QuorumException(missing.Message);
        }
    }

    private async Task<NoteSignature?> AskAsync(PolicyWitness witness, ulong old, Checkpoint next, SignedNote note)
    {
        using var http = clients.CreateClient(nameof(Witnesses));
        try
        {
            for (var attempt = 0; attempt < 2; attempt++)
            {
                using var body = new StringContent(await RequestAsync(old, next, note));
                using var answer = await http.PostAsync(new Uri(witness.Url!, "add-checkpoint"), body);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode)
                {
                    return OwnLine(witness, note, text);
                }

                if (answer.StatusCode != HttpStatusCode.Conflict || !ulong.TryParse(text.TrimEnd('\n'), NumberStyles.None, CultureInfo.InvariantCulture, out old) || old > next.Size)
                {
                    return null;
                }
            }
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException or FormatException)
        {
            // One witness away is what a quorum is for.
        }

        return null;
    }

    private async Task<string> RequestAsync(ulong old, Checkpoint next, SignedNote note)
    {
        var proof = await new TiledTree(next.Size, folder.ReadAsync).ConsistencyAsync(old);
        return ExtendingNote.Write(old, proof, note);
    }

    /// <summary>The witness's line, once it is its signature of this checkpoint; every other line is passed over.</summary>
    private static NoteSignature? OwnLine(PolicyWitness witness, SignedNote note, string lines) => lines
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(NoteSignature.Parse)
        .FirstOrDefault(s => s.Name == witness.Key.Name && s.KeyId == witness.Key.Id && new SignedNote(note.Text, [s]).Verify([witness.Key]).Count == 1);
}

/// <summary>Too few witnesses answered; the last checkpoint stays the newest.</summary>
public sealed class QuorumException(string message) : Exception(message);
