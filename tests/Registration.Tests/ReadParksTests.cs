using System.Net;
using System.Net.Http.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class ReadParksTests(RegistrationService service)
{
    [Fact]
    public async Task A_park_that_is_only_recommended_is_not_on_the_list()
    {
        var filed = await service.RecommendedAsync();
        using var answer = await service.As(Persona.OfPark).GetAsync($"/parks/{filed.ParkId}");
        Assert.Equal("404 not-found", await answer.VerdictAsync());
    }

    [Fact]
    public async Task A_listed_park_is_read_by_everybody_inside_and_found_by_province_and_by_body()
    {
        var filed = await ListedAsync();
        foreach (var persona in Persona.All)
        {
            Assert.Equal(filed.ParkId, (await service.As(persona).ReadAsync($"/parks/{filed.ParkId}")).GetProperty("parkId").GetGuid());
        }

        Assert.Contains(filed.ParkId, await ParksAsync($"province={Persona.Jiangsu}"));
        Assert.DoesNotContain(filed.ParkId, await ParksAsync($"province={Persona.Zhejiang}"));
        Assert.Contains(filed.ParkId, await ParksAsync($"managementBody={Persona.ParkBody}"));
        Assert.DoesNotContain(filed.ParkId, await ParksAsync($"managementBody={Persona.OtherParkBody}"));
    }

    [Fact]
    public async Task Asked_for_its_head_alone_a_park_answers_as_it_would_in_full_without_the_body()
    {
        var filed = await ListedAsync();
        var http = service.As(Persona.OfPark);
        using var full = await http.GetAsync($"/parks/{filed.ParkId}");
        using var head = await http.SendAsync(new(HttpMethod.Head, $"/parks/{filed.ParkId}"));
        Assert.Equal((full.StatusCode, full.Headers.ETag, full.Content.Headers.ContentType), (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        using var post = await http.SendAsync(new(HttpMethod.Head, "/applications/00000000-0000-0000-0000-000000000001/submission"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
    }

    [Fact]
    public async Task The_list_itself_can_be_read_with_its_document_and_reasons()
    {
        var filed = await ListedAsync();
        var lists = await service.As(Persona.City).ReadAsync("/lists");
        var list = lists.GetProperty("items").EnumerateArray().Select(l => l.GetProperty("list"))
            .Single(l => l.GetProperty("parks").EnumerateArray().Any(p => p.GetProperty("parkId").GetGuid() == filed.ParkId));
        Assert.Equal($"{Fixtures.Batch} 演示文号〔2026〕3号 评审通过。", list.Line("batch", "document", "reasons"));
    }

    private async Task<Filed> ListedAsync()
    {
        var filed = await service.RecommendedAsync();
        using var published = await service.As(Persona.National).PostAsJsonAsync("/lists", new
        {
            batch = Fixtures.Batch,
            document = "演示文号〔2026〕3号",
            publishedOn = "2026-06-30",
            source = "演示数据。",
            reasons = "评审通过。",
            applications = new[] { new { applicationId = filed.Id } },
        });
        Assert.Equal("201", await published.VerdictAsync());
        return filed;
    }

    private async Task<IReadOnlyList<Guid>> ParksAsync(string query) =>
        [.. (await service.As(Persona.Auditor).ReadAsync($"/parks?{query}")).GetProperty("items").EnumerateArray().Select(p => p.GetProperty("parkId").GetGuid())];
}
