using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace PilotRegistry.Testing;

/// <summary>A command on an existing thing, as somebody who may give it would send it.</summary>
/// <param name="Path">With <c>{id}</c> for the thing.</param>
/// <param name="Body">An object that is right in every field; null for a command without a body.</param>
public sealed record Command(HttpMethod Method, string Path, object? Body, Persona By)
{
    public static Command Post(string path, object? body, Persona by) => new(HttpMethod.Post, path, body, by);

    public static Command Put(string path, object? body, Persona by) => new(HttpMethod.Put, path, body, by);

    public string At(Guid id) => Path.Replace("{id}", id.ToString(), StringComparison.Ordinal);
}

/// <summary>What every command on an existing thing promises (STYLE 17, 19, 21), asked of one of them.</summary>
public static class CommandContract
{
    /// <summary>
    /// Sends the command in every wrong way and sees that nothing is recorded; then rightly, and sees one step; then again,
    /// and sees none.
    /// </summary>
    /// <param name="roles">The roles that may; all other personas must get 403.</param>
    /// <param name="version">Where the thing stands now.</param>
    public static async Task AssertAsync<TProgram>(
        this ServiceUnderTest<TProgram> service, Command command, IReadOnlyList<string> roles, Guid id, long version)
        where TProgram : class
    {
        var may = service.As(command.By);
        Assert.Equal("401 sign-in-required", await VerdictAsync(service.Anonymous(), command, id, version));
        foreach (var persona in Persona.All.Where(p => !roles.Contains(p.Role)))
        {
            Assert.Equal($"{persona.Role} 403 not-allowed", $"{persona.Role} {await VerdictAsync(service.As(persona), command, id, version)}");
        }

        Assert.Equal("404 not-found", await VerdictAsync(may, command, Persona.Named(404_404), version));
        Assert.Equal("428 if-match-missing", await VerdictAsync(may, command, id, version: null));
        Assert.Equal("400 if-match-invalid", await VerdictAsync(may, command, id, version: null, ifMatch: "\"yesterday\""));
        Assert.Equal("412 stale", await VerdictAsync(may, command, id, version - 1));
        await AssertBodyAsync(may, command, id, version);
        Assert.Equal(version, await service.EventCountAsync(id));

        using var done = await may.SendAsync(command.Method, command.At(id), command.Body, version);
        Assert.Equal("200", await done.VerdictAsync());
        Assert.Equal($"\"{version + 1}\"", done.Headers.ETag?.Tag);
        Assert.Equal(version + 1, (await done.BodyAsync()).GetProperty("version").GetInt64());
        using var again = await may.SendAsync(command.Method, command.At(id), command.Body, version);
        Assert.Equal($"200 \"{version + 1}\"", $"{await again.VerdictAsync()} {again.Headers.ETag?.Tag}");
        Assert.Equal(version + 1, await service.EventCountAsync(id));
    }

    private static async Task AssertBodyAsync(HttpClient may, Command command, Guid id, long version)
    {
        if (command.Body is null)
        {
            return;
        }

        Assert.Equal("400 not-json", await VerdictAsync(may, command with { Body = new StringContent("{", null, "application/json") }, id, version));
        Assert.Equal("405 method-not-allowed", await VerdictAsync(may, command with { Method = HttpMethod.Delete }, id, version));
        Assert.Equal("415 not-json", await VerdictAsync(may, command with { Body = new StringContent("reasons=none", null, "text/plain") }, id, version));
        var right = JsonSerializer.SerializeToNode(command.Body)!.AsObject();
        foreach (var name in right.Select(member => member.Key).ToList())
        {
            await AssertFieldAsync(may, command, id, version, right, name);
        }

        var more = right.DeepClone().AsObject();
        more["colour"] = "green";
        using var refused = await may.SendAsync(command.Method, command.At(id), more, version);
        Assert.Equal(["/colour unknown-member"], await refused.FieldErrorsAsync());
    }

    /// <summary>Each member of another type, and each text too long, is named by its pointer.</summary>
    private static async Task AssertFieldAsync(HttpClient may, Command command, Guid id, long version, JsonObject right, string name)
    {
        var wrongs = new List<JsonNode> { new JsonObject { ["not"] = "this" } };
        if (right[name]?.GetValueKind() == JsonValueKind.String)
        {
            wrongs.AddRange(["a\u0000b", new string('长', 300_000)]);
        }

        foreach (var wrong in wrongs)
        {
            var body = right.DeepClone().AsObject();
            body[name] = wrong.DeepClone();
            using var refused = await may.SendAsync(command.Method, command.At(id), body, version);
            Assert.Contains($"/{name}", string.Join(", ", await refused.FieldErrorsAsync()), StringComparison.Ordinal);
        }
    }

    private static async Task<string> VerdictAsync(HttpClient client, Command command, Guid id, long? version, string? ifMatch = null)
    {
        using var response = await client.SendAsync(command.Method, command.At(id), command.Body, version, ifMatch);
        return await response.VerdictAsync();
    }
}
