using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class ReadApplicationsTests(RegistrationService service)
{
    public static readonly TheoryData<string> EveryPersona = [.. Persona.All.Select(p => p.Id.ToString())];

    [Theory]
    [MemberData(nameof(EveryPersona))]
    public async Task A_draft_is_its_parks_own(string id)
    {
        var persona = Of(id);
        var filed = await service.StartedAsync();
        Assert.Equal(persona == Persona.OfPark, await MayReadAsync(persona, filed));
    }

    [Theory]
    [MemberData(nameof(EveryPersona))]
    public async Task What_is_submitted_is_also_the_reviewers_each_province_its_own(string id)
    {
        var persona = Of(id);
        var filed = await service.SubmittedAsync();
        Persona[] readers = [Persona.OfPark, Persona.City, Persona.OfProvince, Persona.National, Persona.Expert, Persona.Auditor, Persona.Operator];
        Assert.Equal(readers.Contains(persona), await MayReadAsync(persona, filed));
        Assert.Equal(readers.Contains(persona), await IsListedForAsync(persona, filed));
    }

    [Fact]
    public async Task An_account_of_one_park_sees_no_other_park_of_its_organisation()
    {
        var (own, other) = (await service.StartedAsync(), await service.StartedAsync());
        var narrowed = Persona.OfPark with { Park = own.ParkId };
        Assert.True(await MayReadAsync(narrowed, own));
        Assert.False(await MayReadAsync(narrowed, other));
        Assert.False(await IsListedForAsync(narrowed, other));
    }

    [Fact]
    public async Task A_park_reads_its_applications_in_every_province()
    {
        var filed = await service.StartedAsync(province: "130000");
        Assert.True(await IsListedForAsync(Persona.OfPark with { Province = Persona.Jiangsu }, filed));
    }

    [Fact]
    public async Task The_buttons_are_those_of_the_callers_turn()
    {
        var draft = await service.StartedAsync();
        Assert.Equal("correctFacts writeChapter writeKeyProjects submit", await ActionsAsync(Persona.OfPark, draft));
        var submitted = await service.SubmittedAsync();
        Assert.Equal("", await ActionsAsync(Persona.OfPark, submitted));
        Assert.Equal("recommend return refuse", await ActionsAsync(Persona.OfProvince, submitted));
        Assert.Equal("", await ActionsAsync(Persona.City, submitted));
        Assert.Equal("", await ActionsAsync(Persona.National, submitted));
        var recommended = await service.RecommendedAsync();
        Assert.Equal("", await ActionsAsync(Persona.OfProvince, recommended));
        Assert.Equal("list refuse", await ActionsAsync(Persona.National, recommended));
        Assert.Equal("", await ActionsAsync(Persona.Auditor, recommended));
        var listed = await service.ListedAsync();
        Assert.Equal("reportProgress", await ActionsAsync(Persona.OfPark, listed));
        Assert.Equal("", await ActionsAsync(Persona.National, listed));
    }

    [Fact]
    public async Task A_list_can_be_asked_for_one_status()
    {
        var (draft, submitted) = (await service.StartedAsync(), await service.SubmittedAsync());
        Assert.True(await IsListedForAsync(Persona.OfPark, submitted, "submitted"));
        Assert.False(await IsListedForAsync(Persona.OfPark, draft, "submitted"));
        using var refused = await service.As(Persona.OfPark).GetAsync("/applications?status=eaten");
        Assert.Equal(["/status wrong-type"], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task Who_has_read_it_gets_it_again_only_when_it_changed()
    {
        var filed = await service.StartedAsync();
        var park = service.As(Persona.OfPark);
        using var first = await park.GetAsync(filed.Path);
        park.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var same = await park.GetAsync(filed.Path);
        Assert.Equal(304, (int)same.StatusCode);
        using var written = await park.SendAsync(HttpMethod.Put, $"{filed.Path}/chapters/basis", new { text = "新内容" }, ifMatch: first.Headers.ETag!.Tag);
        Assert.Equal("200", await written.VerdictAsync());
        using var changed = await park.GetAsync(filed.Path);
        Assert.Equal("新内容", (await changed.BodyAsync()).GetProperty("chapters").GetProperty("basis").GetString());
    }

    [Fact]
    public async Task Nobody_reads_without_signing_in()
    {
        using var refused = await service.Anonymous().GetAsync("/applications");
        Assert.Equal("401 sign-in-required", await refused.VerdictAsync());
    }

    private static Persona Of(string id) => Persona.All.Single(p => p.Id.ToString() == id);

    private async Task<string> ActionsAsync(Persona persona, Filed filed) => string.Join(
        ' ', (await service.As(persona).ReadAsync(filed.Path)).GetProperty("actions").EnumerateArray().Select(a => a.GetString()));

    private async Task<bool> MayReadAsync(Persona persona, Filed filed)
    {
        using var answer = await service.As(persona).GetAsync(filed.Path);
        var verdict = await answer.VerdictAsync();
        Assert.Contains(verdict, new[] { "200", "404 not-found" });
        return verdict == "200";
    }

    /// <summary>Looks through all pages; other tests file applications too.</summary>
    private async Task<bool> IsListedForAsync(Persona persona, Filed filed, string? status = null)
    {
        for (string? after = null; ;)
        {
            var page = await service.As(persona).ReadAsync($"/applications?{(status is null ? "" : $"status={status}&")}{(after is null ? "" : $"after={after}")}");
            if (page.GetProperty("items").EnumerateArray().Any(i => i.GetProperty("id").GetGuid() == filed.Id))
            {
                return true;
            }

            after = page.GetProperty("next").GetString();
            if (after is null)
            {
                return false;
            }
        }
    }
}
