using System.Buffers.Text;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// The answer of a GET: JSON with an ETag over its bytes, 304 when the caller has it already. With a version the tag
/// starts with it, so that it can be sent back as If-Match.
/// </summary>
public sealed class JsonAnswer<T>(T value, long? version = null) : IResult, IEndpointMetadataProvider
{
    public T Value { get; } = value;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(T), ["application/json"]));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(Value, RegistryJson.Http);
        var hash = Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 12));
        return Answer.WriteAsync(httpContext, body, version is null ? $"\"{hash}\"" : $"\"{version}.{hash}\"");
    }
}

public static class Answer
{
    /// <summary>One thing, as seen at a version.</summary>
    public static JsonAnswer<T> One<T>(T value, long version) => new(value, version);

    public static JsonAnswer<T> Of<T>(T value) => new(value);

    /// <summary>What holds a secret or somebody's private words: no cache stores it, and neither does the register under an Idempotency-Key.</summary>
    public static IResult Unstored(this IResult answer) => new UnstoredAnswer(answer);

    /// <summary>Writes bytes that are JSON already, or what else <paramref name="mediaType"/> says, or 304.</summary>
    public static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> body, string etag, string mediaType = "application/json; charset=utf-8")
    {
        http.Response.Headers.ETag = etag;
        http.Response.Headers.CacheControl = http.User.Identity?.IsAuthenticated == true ? "private, no-cache" : "no-cache";
        if (((string?)http.Request.Headers.IfNoneMatch)?.Split(',', StringSplitOptions.TrimEntries).Contains(etag) == true)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = mediaType;
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}

internal sealed class UnstoredAnswer(IResult answer) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        return answer.ExecuteAsync(httpContext);
    }
}

/// <summary>What a command answers: the thing and the version it stands at now.</summary>
public sealed record Done(Guid Id, long Version);

/// <summary>The outcome of a command as HTTP says it.</summary>
public sealed class CommandAnswer<TDone>(Outcome outcome, Func<Outcome.Done, TDone> describe, string? location) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(TDone), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(409, typeof(Problem), ["application/problem+json"]));
    }

    public Task ExecuteAsync(HttpContext httpContext) => outcome switch
    {
        Outcome.Done done => WriteDoneAsync(httpContext, done),
        Outcome.Refused(var refusal) => Problems.WriteAsync(httpContext, refusal),
        Outcome.Stale(var version) => WriteStaleAsync(httpContext, version),
        Outcome.NotFound => Problems.WriteAsync(httpContext, 404, "not-found", "There is no such thing here."),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} has no answer.")
    };

    private Task WriteDoneAsync(HttpContext http, Outcome.Done done)
    {
        http.Response.Headers.ETag = $"\"{done.Version}\"";
        if (location is not null && done.Changed)
        {
            http.Response.StatusCode = StatusCodes.Status201Created;
            http.Response.Headers.Location = location;
        }

        return http.Response.WriteAsJsonAsync(describe(done), RegistryJson.Http, http.RequestAborted);
    }

    private static Task WriteStaleAsync(HttpContext http, long version)
    {
        http.Response.Headers.ETag = $"\"{version}\"";
        return Problems.WriteAsync(http, 412, "stale", "It has changed since you looked. Read it again and decide anew.");
    }
}

public static class CommandAnswers
{
    /// <summary>For a command that decides on several streams and has its outcome already.</summary>
    public static CommandAnswer<Done> From(Outcome outcome) => new(outcome, done => new(done.Id, done.Version), location: null);

    public static async Task<CommandAnswer<Done>> ToHttpAsync(this Task<Outcome> outcome) =>
        From(await outcome);

    /// <summary>For a command that answers more than the version.</summary>
    public static async Task<CommandAnswer<TDone>> ToHttpAsync<TDone>(this Task<Outcome> outcome, Func<Outcome.Done, TDone> describe) =>
        new(await outcome, describe, location: null);

    /// <summary>For a command that starts something: 201 with its address the first time.</summary>
    /// <param name="location">As seen by the service, e.g. <c>/applications/…</c>.</param>
    /// <param name="describe">The answer; names the ids that the caller needs next.</param>
    public static async Task<CommandAnswer<TDone>> ToCreatedAsync<TDone>(
        this Task<Outcome> outcome, string location, Func<Outcome.Done, TDone> describe) => new(await outcome, describe, location);
}
