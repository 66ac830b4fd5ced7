using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

/// <summary>A command under a key is done once and answered the same, however often it is sent.</summary>
[Collection(nameof(RegistrationService))]
public sealed class IdempotencyKeyTests(RegistrationService service)
{
    [Fact]
    public async Task A_request_sent_again_under_its_key_gets_the_same_answer_and_is_done_once()
    {
        var (key, name) = (NewKey(), $"园区 {Guid.NewGuid()}");
        using var first = await StartAsync(key, name);
        using var again = await StartAsync(key, name);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(first.Content.Headers.ContentType, again.Content.Headers.ContentType);
        Assert.Null(Replayed(first));
        Assert.Equal("true", Replayed(again));
        Assert.Equal(1, await CountAsync(name));
    }

    [Fact]
    public async Task Without_a_key_every_request_is_one_of_its_own()
    {
        var name = $"园区 {Guid.NewGuid()}";
        using var first = await StartAsync(key: null, name);
        using var again = await StartAsync(key: null, name);
        Assert.Equal(2, await CountAsync(name));
        Assert.Null(Replayed(again));
    }

    [Fact]
    public async Task A_key_and_the_same_key_in_quotes_are_one()
    {
        var (key, name) = (NewKey(), $"园区 {Guid.NewGuid()}");
        using var plain = await StartAsync(key, name);
        using var quoted = await StartAsync($"\"{key}\"", name);
        Assert.Equal("true", Replayed(quoted));
    }

    [Fact]
    public async Task A_key_of_another_request_is_refused()
    {
        var key = NewKey();
        using var first = await StartAsync(key, "一个园区");
        using var body = await StartAsync(key, "另一个园区");
        Assert.Equal("422 idempotency-key-reused", await body.VerdictAsync());
        Assert.Equal([" idempotency-key-reused"], await body.FieldErrorsAsync());

        var filed = await service.StartedAsync();
        using var path = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, $"{filed.Path}/submission", Fixtures.Request(name: "一个园区"), filed.Version, key: key);
        Assert.Equal("422 idempotency-key-reused", await path.VerdictAsync());
    }

    [Fact]
    public async Task The_key_of_another_caller_is_another_key()
    {
        var key = NewKey();
        using var mine = await StartAsync(key, "一个园区");
        using var theirs = await StartAsync(key, "一个园区", Persona.OtherPark);
        Assert.Equal(HttpStatusCode.Created, theirs.StatusCode);
        Assert.Null(Replayed(theirs));
        Assert.NotEqual(mine.Headers.Location, theirs.Headers.Location);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("\"open")]
    [InlineData("\"\"")]
    [InlineData("a,b")]
    [InlineData("\"a\\b\"")]
    [InlineData("钥匙")]
    [InlineData(129)]
    public async Task A_key_that_is_neither_token_nor_string_of_1_to_128_characters_is_refused(object key)
    {
        using var answer = await StartAsync(key is int length ? new string('k', length) : (string)key, "园区");
        Assert.Equal("400 idempotency-key-invalid", await answer.VerdictAsync());
    }

    [Theory]
    [InlineData("k")]
    [InlineData("\"two words, and a \\\"quote\\\"\"")]
    [InlineData("urn:uuid:8e03978e-40d5-43dd-bc93-6894a57f9324")]
    [InlineData(128)]
    public async Task Every_other_key_is_taken(object key)
    {
        using var answer = await StartAsync(key is int length ? new string('k', length) : (string)key, "园区");
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.VerdictAsync());
    }

    [Fact]
    public async Task A_rules_refusal_is_an_answer_too_and_a_new_attempt_needs_a_new_key()
    {
        var (key, filed) = (NewKey(), await service.StartedAsync());
        Assert.Equal("409 chapters-missing", await SubmitAsync(filed, key));

        filed = await WriteAllAsync(filed);
        Assert.Equal("409 chapters-missing replayed", await SubmitAsync(filed, key));
        Assert.Equal("200", await SubmitAsync(filed, NewKey()));
    }

    [Fact]
    public async Task What_reached_no_rule_is_not_kept()
    {
        var (key, filed) = (NewKey(), await service.WrittenAsync());
        Assert.Equal("412 stale", await SubmitAsync(filed with { Version = 1 }, key));
        Assert.Equal("200", await SubmitAsync(filed, key));
        Assert.Equal("200 replayed", await SubmitAsync(filed, key));
    }

    [Fact]
    public async Task Of_many_at_once_one_is_executed_and_the_others_wait_or_get_its_answer()
    {
        var (key, name) = (NewKey(), $"园区 {Guid.NewGuid()}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => StartAsync(key, name)));

        foreach (var answer in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
        {
            Assert.Equal("409 idempotency-key-in-use", await answer.VerdictAsync());
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5);
        }

        Assert.Single(answers.Where(a => a.StatusCode == HttpStatusCode.Created).Select(a => a.Headers.Location).Distinct());
        Assert.Equal(1, await CountAsync(name));
    }

    [Fact]
    public async Task A_key_is_kept_for_a_day_and_is_then_a_new_one()
    {
        var (key, name) = (NewKey(), $"园区 {Guid.NewGuid()}");
        using var first = await StartAsync(key, name);
        await SweepAsync(DateTimeOffset.UtcNow.AddHours(23));
        using var later = await StartAsync(key, name);
        Assert.Equal("true", Replayed(later));

        await SweepAsync(DateTimeOffset.UtcNow.AddHours(25));
        using var much = await StartAsync(key, name);
        Assert.Null(Replayed(much));
        Assert.Equal(2, await CountAsync(name));
    }

    [Fact]
    public async Task The_events_name_the_command_and_nobody_keeps_the_key_itself()
    {
        var key = NewKey();
        using var started = await StartAsync(key, "园区");
        var id = (await started.BodyAsync()).GetProperty("id").GetGuid();
        var cause = await service.AsOwnerAsync("select causation_id from mt_events where stream_id = $1", id);
        Assert.Equal(cause, (await service.AsOwnerAsync("select id from commands where stream_id = $1", id))!.ToString());
        Assert.Equal(0L, await service.AsOwnerAsync("select count(*) from idempotency_keys k where k::text like $1", $"%{key}%"));
    }

    private static string NewKey() => Guid.NewGuid().ToString();

    private static string? Replayed(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues(IdempotencyKey.Replayed, out var values) ? values.Single() : null;

    private Task<HttpResponseMessage> StartAsync(string? key, string name, Persona? by = null) =>
        service.As(by ?? Persona.OfPark).SendAsync(HttpMethod.Post, "/applications", Fixtures.Request(name: name), key: key);

    private async Task<string> SubmitAsync(Filed filed, string key)
    {
        using var answer = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, $"{filed.Path}/submission", null, filed.Version, key: key);
        return Replayed(answer) is null ? await answer.VerdictAsync() : $"{await answer.VerdictAsync()} replayed";
    }

    private async Task<Filed> WriteAllAsync(Filed filed)
    {
        foreach (var chapter in Enum.GetNames<Chapter>())
        {
            using var written = await service.As(Persona.OfPark).SendAsync(
                HttpMethod.Put, $"{filed.Path}/chapters/{chapter.ToLowerInvariant()}", new { text = chapter }, filed.Version);
            written.EnsureSuccessStatusCode();
            filed = filed.Later();
        }

        return filed;
    }

    private async Task<long> CountAsync(string name) =>
        (long)(await service.AsOwnerAsync("select count(*) from mt_events where type = 'registration.application-started.v1' and data->'park'->>'name' = $1", name))!;

    private Task SweepAsync(DateTimeOffset now) => service.Services.GetServices<IHostedService>().OfType<ForgetKeys>().Single().SweepAsync(now, CancellationToken.None);
}
