using System.Net;
using System.Net.Http.Json;
using PilotRegistry.Registration.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class StartApplicationTests(RegistrationService service)
{
    [Fact]
    public void An_application_starts_with_the_facts_of_its_park() => Spec.For(ApplicationState.Stream)
        .Given()
        .When(state => StartApplication.Decide(state, Fixtures.Park, Fixtures.Facts, Fixtures.Body))
        .Then(new ApplicationStarted(Fixtures.Park, Fixtures.Facts));

    [Fact]
    public void An_application_starts_once() => Spec.For(ApplicationState.Stream)
        .Given(new ApplicationStarted(Fixtures.Park, Fixtures.Facts))
        .When(state => StartApplication.Decide(state, Persona.Named(102), Fixtures.Facts, Fixtures.Body))
        .ThenNothing();

    [Fact]
    public void An_account_of_one_park_does_not_bring_in_another() => Spec.For(ApplicationState.Stream)
        .Given()
        .When(state => StartApplication.Decide(state, Persona.Named(102), Fixtures.Facts, Fixtures.Body with { OnlyPark = Fixtures.Park }))
        .ThenRefused("not-your-park");

    [Fact]
    public async Task The_applicant_gets_the_ids_and_reads_back_what_it_wrote()
    {
        var park = service.As(Persona.OfPark);
        using var created = await park.PostAsJsonAsync("/applications", Fixtures.Request());
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("\"1\"", created.Headers.ETag?.Tag);
        var started = await created.BodyAsync();
        using var answer = await park.GetAsync(created.Headers.Location);
        var read = await answer.BodyAsync();
        Assert.Equal(started.GetProperty("parkId").GetGuid(), read.GetProperty("parkId").GetGuid());
        Assert.Equal("33.2", read.GetProperty("park").GetProperty("latitude").GetString());
        Assert.StartsWith("\"1.", answer.Headers.ETag?.Tag, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", null, "/name wrong-type")]
    [InlineData("name", "", "/name required")]
    [InlineData("province", "999999", "/province unknown-province")]
    [InlineData("province", "32", "/province wrong-form")]
    [InlineData("constructionEnd", 2024, "/constructionEnd end-before-start")]
    [InlineData("constructionEnd", "soon", "/constructionEnd wrong-type")]
    [InlineData("latitude", 91, "/latitude out-of-range")]
    [InlineData("scope", "half", "/scope wrong-type")]
    [InlineData("colour", "green", "/colour unknown-member")]
    [InlineData("targets", new int[0], "/targets targets-missing")]
    [InlineData("targets", null, "/targets wrong-type")]
    [InlineData("boundary", "here", "/boundary boundary-not-geojson")]
    [InlineData("name", "园区\u0000", "/name not-text")]
    [InlineData("constructionStart", 2019.5, "/constructionStart wrong-type")]
    public async Task Each_wrong_field_is_named(string field, object? value, string expected)
    {
        var request = Fixtures.Request();
        request[field] = value;
        using var refused = await service.As(Persona.OfPark).PostAsJsonAsync("/applications", request);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(expected, await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task A_gap_in_a_list_is_named()
    {
        var request = Fixtures.Request();
        request["targets"] = new object?[] { null };
        using var refused = await service.As(Persona.OfPark).PostAsJsonAsync("/applications", request);
        Assert.Equal(["/targets wrong-type"], await refused.FieldErrorsAsync());
        request["targets"] = new object[] { new { year = 2025, core = "a little" } };
        using var wrong = await service.As(Persona.OfPark).PostAsJsonAsync("/applications", request);
        Assert.Equal(["/targets/0/core wrong-type"], await wrong.FieldErrorsAsync());
    }

    [Fact]
    public async Task A_missing_field_is_named()
    {
        var request = Fixtures.Request();
        request.Remove("city");
        using var refused = await service.As(Persona.OfPark).PostAsJsonAsync("/applications", request);
        Assert.Equal(["/city required"], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task What_is_not_JSON_is_refused_as_such()
    {
        using var refused = await service.As(Persona.OfPark).PostAsync("/applications", new StringContent("{\"name\":", null, "application/json"));
        Assert.Equal("400 not-json", await refused.VerdictAsync());
    }

    [Fact]
    public async Task Messages_come_in_the_callers_language()
    {
        var chinese = service.As(Persona.OfPark);
        chinese.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        using var refused = await chinese.PostAsJsonAsync("/applications", Fixtures.Request(name: ""));
        Assert.Equal("此项必填。", (await refused.BodyAsync()).GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Only_a_park_may_apply()
    {
        using var refused = await service.As(Persona.OfProvince).PostAsJsonAsync("/applications", Fixtures.Request());
        Assert.Equal("403 not-allowed", await refused.VerdictAsync());
        using var stranger = await service.Anonymous().PostAsJsonAsync("/applications", Fixtures.Request());
        Assert.Equal("401 sign-in-required", await stranger.VerdictAsync());
    }
}
