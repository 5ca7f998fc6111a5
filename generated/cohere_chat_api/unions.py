# Made by `make generate` from openapi.yaml. Do not edit.
"""The unions of the API, such as the events of a streamed reply, as types: those that have a name."""

from .models.assistant_chat_message_v2 import AssistantChatMessageV2
from .models.blocks_parse_page import BlocksParsePage
from .models.chat_citation_generation_event import ChatCitationGenerationEvent
from .models.chat_content_delta_event import ChatContentDeltaEvent
from .models.chat_content_end_event import ChatContentEndEvent
from .models.chat_content_start_event import ChatContentStartEvent
from .models.chat_debug_event import ChatDebugEvent
from .models.chat_message_end_event import ChatMessageEndEvent
from .models.chat_message_start_event import ChatMessageStartEvent
from .models.chat_search_queries_generation_event import ChatSearchQueriesGenerationEvent
from .models.chat_search_results_event import ChatSearchResultsEvent
from .models.chat_stream_end_event import ChatStreamEndEvent
from .models.chat_stream_start_event import ChatStreamStartEvent
from .models.chat_text_generation_event import ChatTextGenerationEvent
from .models.chat_tool_call_delta_event import ChatToolCallDeltaEvent
from .models.chat_tool_call_end_event import ChatToolCallEndEvent
from .models.chat_tool_call_start_event import ChatToolCallStartEvent
from .models.chat_tool_calls_chunk_event import ChatToolCallsChunkEvent
from .models.chat_tool_calls_generation_event import ChatToolCallsGenerationEvent
from .models.chat_tool_plan_delta_event import ChatToolPlanDeltaEvent
from .models.chatbot_message import ChatbotMessage
from .models.citation_end_event import CitationEndEvent
from .models.citation_start_event import CitationStartEvent
from .models.debug_streamed_chat_response import DebugStreamedChatResponse
from .models.document_content import DocumentContent
from .models.document_source import DocumentSource
from .models.embeddings_by_type_embed_response import EmbeddingsByTypeEmbedResponse
from .models.embeddings_floats_embed_response import EmbeddingsFloatsEmbedResponse
from .models.generate_stream_end import GenerateStreamEnd
from .models.generate_stream_error import GenerateStreamError
from .models.generate_stream_text import GenerateStreamText
from .models.image_parse_block import ImageParseBlock
from .models.image_url_content import ImageUrlContent
from .models.image_url_embed_content import ImageUrlEmbedContent
from .models.json_object_response_format import JsonObjectResponseFormat
from .models.json_object_response_format_v2 import JsonObjectResponseFormatV2
from .models.markdown_parse_page import MarkdownParsePage
from .models.system_chat_message_v2 import SystemChatMessageV2
from .models.system_message import SystemMessage
from .models.table_parse_block import TableParseBlock
from .models.text_content import TextContent
from .models.text_embed_content import TextEmbedContent
from .models.text_parse_block import TextParseBlock
from .models.text_response_format import TextResponseFormat
from .models.text_response_format_v2 import TextResponseFormatV2
from .models.thinking_content import ThinkingContent
from .models.tool_chat_message_v2 import ToolChatMessageV2
from .models.tool_message import ToolMessage
from .models.tool_source import ToolSource
from .models.user_chat_message_v2 import UserChatMessageV2
from .models.user_message import UserMessage

__all__ = [
    "AssistantMessageResponseContentItem",
    "ChatMessageV2",
    "Content",
    "EmbedContent",
    "EmbedResponse",
    "GenerateStreamedResponse",
    "Message",
    "ParseBlock",
    "ParsePage",
    "ResponseFormat",
    "ResponseFormatV2",
    "Source",
    "StreamedChatResponse",
    "ToolContent",
    "V2ChatStreamResponse",
]

AssistantMessageResponseContentItem = TextContent | ThinkingContent
ChatMessageV2 = UserChatMessageV2 | AssistantChatMessageV2 | SystemChatMessageV2 | ToolChatMessageV2
Content = TextContent | ImageUrlContent
EmbedContent = ImageUrlEmbedContent | TextEmbedContent
EmbedResponse = EmbeddingsFloatsEmbedResponse | EmbeddingsByTypeEmbedResponse
GenerateStreamedResponse = GenerateStreamText | GenerateStreamEnd | GenerateStreamError
Message = ChatbotMessage | SystemMessage | UserMessage | ToolMessage
ParseBlock = TextParseBlock | ImageParseBlock | TableParseBlock
ParsePage = BlocksParsePage | MarkdownParsePage
ResponseFormat = TextResponseFormat | JsonObjectResponseFormat
ResponseFormatV2 = TextResponseFormatV2 | JsonObjectResponseFormatV2
Source = ToolSource | DocumentSource
StreamedChatResponse = (
    ChatStreamStartEvent
    | ChatSearchQueriesGenerationEvent
    | ChatSearchResultsEvent
    | ChatTextGenerationEvent
    | ChatCitationGenerationEvent
    | ChatToolCallsGenerationEvent
    | ChatStreamEndEvent
    | ChatToolCallsChunkEvent
    | DebugStreamedChatResponse
)
ToolContent = TextContent | DocumentContent
V2ChatStreamResponse = (
    ChatMessageStartEvent
    | ChatContentStartEvent
    | ChatContentDeltaEvent
    | ChatContentEndEvent
    | ChatToolPlanDeltaEvent
    | ChatToolCallStartEvent
    | ChatToolCallDeltaEvent
    | ChatToolCallEndEvent
    | CitationStartEvent
    | CitationEndEvent
    | ChatMessageEndEvent
    | ChatDebugEvent
)
