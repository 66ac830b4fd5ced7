using System.Net.Http.Headers;
using System.Text.Json;
using PilotRegistry.Submission.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>A park takes its year home as an Excel workbook and brings it back filled in.</summary>
[Collection(nameof(SubmissionService))]
public sealed class WorkbookTests(SubmissionService service)
{
    [Fact]
    public async Task The_template_holds_what_is_drafted_and_comes_back_as_it_was()
    {
        var (id, park) = await service.OpenedAsync();
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1234.5"), version: 0));

        var preview = await ImportAsync(id, await TemplateAsync(park, Fixtures.Year));

        Assert.Empty(preview.GetProperty("problems").EnumerateArray());
        Assert.Equal("1234.5", preview.GetProperty("data").GetProperty("electricity").EnumerateArray()
            .Single(line => line.GetProperty("kind").GetString() == "grid").GetProperty("mwh").GetString());
        Assert.Equal("noNationalTarget", preview.GetProperty("result").GetProperty("indicators")[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Looking_at_a_workbook_saves_nothing()
    {
        var (id, park) = await service.OpenedAsync();
        await ImportAsync(id, await TemplateAsync(park, Fixtures.Year));

        using var read = await service.As(Persona.OfPark).GetAsync(new Uri($"/submissions/{id}", UriKind.Relative));
        Assert.Equal(0, (await read.BodyAsync()).GetProperty("draftVersion").GetInt64());
    }

    [Fact]
    public async Task A_template_of_another_park_or_year_is_refused_by_name()
    {
        var (id, park) = await service.OpenedAsync();
        var (_, other) = await service.OpenedAsync();
        using var opened = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/submissions", new { parkId = park, year = 2024 });

        Assert.Equal(["other-park"], Codes(await ImportAsync(id, await TemplateAsync(other, Fixtures.Year))));
        Assert.Equal(["other-year"], Codes(await ImportAsync(id, await TemplateAsync(park, 2024))));
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_refused_in_words()
    {
        var (id, _) = await service.OpenedAsync();
        Assert.Equal(["not-a-workbook"], Codes(await ImportAsync(id, "hello"u8.ToArray())));
    }

    [Fact]
    public async Task Last_years_values_stand_beside_the_fields()
    {
        var (_, park) = await service.SubmittedAsync();
        using var opened = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/submissions", new { parkId = park, year = 2026 });

        var template = new MemoryStream(await TemplateAsync(park, 2026));

        using var archive = new System.IO.Compression.ZipArchive(template);
        Assert.Contains(archive.Entries, e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && new StreamReader(e.Open()).ReadToEnd().Contains("<x:v>400000</x:v>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_park_itself_gets_its_template_and_may_look()
    {
        var (id, park) = await service.OpenedAsync();
        foreach (var persona in Persona.All.Where(p => p != Persona.OfPark))
        {
            using var template = await service.As(persona).GetAsync(new Uri($"/submissions/template.xlsx?park={park}&year={Fixtures.Year}", UriKind.Relative));
            using var import = await service.As(persona).PostAsync(new Uri($"/submissions/{id}/import", UriKind.Relative), Body([1, 2, 3]));
            Assert.Equal(persona.Role == "park" ? 404 : 403, (int)template.StatusCode);
            Assert.Equal(persona.Role == "park" ? 404 : 403, (int)import.StatusCode);
        }
    }

    private async Task<byte[]> TemplateAsync(Guid park, int year)
    {
        using var answer = await service.As(Persona.OfPark).GetAsync(new Uri($"/submissions/template.xlsx?park={park}&year={year}", UriKind.Relative));
        Assert.Equal("200", await answer.VerdictAsync());
        Assert.Equal(DownloadTemplate.ContentType, answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<JsonElement> ImportAsync(Guid id, byte[] file)
    {
        using var answer = await service.As(Persona.OfPark).PostAsync(new Uri($"/submissions/{id}/import", UriKind.Relative), Body(file));
        Assert.Equal("200", await answer.VerdictAsync());
        return await answer.BodyAsync();
    }

    private static ByteArrayContent Body(byte[] file) => new(file) { Headers = { ContentType = new MediaTypeHeaderValue(DownloadTemplate.ContentType) } };

    private static string[] Codes(JsonElement preview) => [.. preview.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("code").GetString()!)];
}
