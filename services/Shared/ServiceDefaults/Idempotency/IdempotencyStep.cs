using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// Executes a command under a key once and repeats its answer. The answer is kept before it goes out. Who dies in between has
/// recorded the command with its events (<see cref="EventStore.Store"/>), and the repeat is answered from there.
/// </summary>
internal sealed class IdempotencyStep(IdempotencyTable table)
{
    /// <summary>Most commands end within a second; longer is waited for only by who repeats after a crash.</summary>
    private const int LongestWait = 5;

    public async Task RunAsync(HttpContext http, RequestDelegate next)
    {
        var metadata = http.GetEndpoint()?.Metadata ?? EndpointMetadataCollection.Empty;
        var takes = IdempotencyUse.IsTaken(http.Request.Method, metadata);
        if ((!takes && !IdempotencyUse.IsRefused(metadata)) || IdempotencyKey.Read(http.Request) is not { } key)
        {
            await next(http);
            return;
        }

        if (!takes)
        {
            throw new BadRequestException(400, "idempotency-key-not-taken", "This command holds a secret that is kept nowhere: send it without Idempotency-Key.");
        }

        var asked = await AskedCommand.ReadAsync(http, key);
        await (await table.ClaimAsync(asked, http.RequestAborted) switch
        {
            KeyState.Taken(var attempt, var since) => ExecuteAsync(http, next, asked, attempt, since),
            KeyState.Answered(var answer) => answer.RepeatAsync(http),
            KeyState.Running(var left) => AskToWaitAsync(http, left),
            _ => RefuseAsync(http)
        });
    }

    private async Task ExecuteAsync(HttpContext http, RequestDelegate next, AskedCommand asked, Guid attempt, DateTimeOffset since)
    {
        http.Features.Set(new CommandKey(asked.Id, since));
        var outgoing = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var written = new MemoryStream();
        var kept = false;
        try
        {
            http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(written, outgoing));
            await AnswerAsync(http, next);
            await http.Response.BodyWriter.FlushAsync();
            if (KeptAnswer.IsWorthKeeping(http.Response))
            {
                await table.AnswerAsync(asked, attempt, KeptAnswer.Of(http.Response, written.ToArray()));
                kept = true;
            }
        }
        finally
        {
            http.Features.Set(outgoing);
            await (kept ? Task.CompletedTask : table.ReleaseAsync(asked, attempt));
        }

        if (written.Length > 0)
        {
            await outgoing.Stream.WriteAsync(written.GetBuffer().AsMemory(0, (int)written.Length), http.RequestAborted);
        }
    }

    /// <summary>A rule's refusal is an answer, however it is said.</summary>
    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (BadRequestException refused) when (refused.Status == StatusCodes.Status409Conflict)
        {
            await Problems.WriteAsync(http, refused.Status, refused.Code, refused.Message);
        }
    }

    private static Task AskToWaitAsync(HttpContext http, TimeSpan left)
    {
        var seconds = Math.Clamp(Math.Ceiling(left.TotalSeconds), 1, LongestWait);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.WriteAsync(http, 409, "idempotency-key-in-use", "This request is being executed under the same Idempotency-Key; ask again in a moment.");
    }

    private static Task RefuseAsync(HttpContext http) => Problems.WriteAsync(
        http, 422, "idempotency-key-reused", "This Idempotency-Key was sent with another request before: a new request needs a new key.",
        [new("", "idempotency-key-reused", "This Idempotency-Key was sent with another request before: a new request needs a new key.")]);
}
