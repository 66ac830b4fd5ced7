using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace PilotRegistry.Testing;

/// <summary>Short ways to speak to a service in tests.</summary>
public static class Calls
{
    /// <summary>A command on an existing thing, decided on <paramref name="version"/>.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        this HttpClient client, HttpMethod method, string path, object? body, long? version = null, string? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : body as HttpContent ?? JsonContent.Create(body);
        if (ifMatch is not null || version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch ?? $"\"{version}\"");
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return await client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> CommandAsync(this HttpClient client, string path, object body, long version) =>
        client.SendAsync(HttpMethod.Post, path, body, version);

    public static async Task<JsonElement> BodyAsync(this HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync());

    /// <summary>The status and the refusal code in one, e.g. <c>409 not-your-park</c>; the status alone when it went well.</summary>
    public static async Task<string> VerdictAsync(this HttpResponseMessage response)
    {
        var status = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return response.IsSuccessStatusCode ? status : $"{status} {(await response.BodyAsync()).GetProperty("code").GetString()}";
    }

    /// <summary>Pointers and codes of a 422, e.g. <c>/name required</c>.</summary>
    public static async Task<IReadOnlyList<string>> FieldErrorsAsync(this HttpResponseMessage response) =>
        [.. (await response.BodyAsync()).GetProperty("errors").EnumerateArray().Select(e => $"{e.GetProperty("pointer").GetString()} {e.GetProperty("code").GetString()}")];

    /// <summary>What a GET shows, when it shows it.</summary>
    public static async Task<JsonElement> ReadAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.Equal("200", await answer.VerdictAsync());
        return await answer.BodyAsync();
    }

    /// <summary>Some members of an object in one line, e.g. <c>province 同意推荐。</c></summary>
    public static string Line(this JsonElement thing, params IReadOnlyList<string> members) => string.Join(' ', members.Select(m => thing.GetProperty(m)));
}
