# Made by `make generate` from openapi.yaml. Do not edit.
"""The objects and enums of the API; each is imported at first use.

Some objects have more names than one: as a member of a union with a name, an object is also known by its tag followed
by that name, such as ContentDeltaV2ChatStreamResponse.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api_meta import ApiMeta, ApiMetaApiVersion, ApiMetaBilledUnits, ApiMetaTokens
    from .assistant_chat_message_v2 import AssistantChatMessageV2
    from .assistant_message_response import AssistantMessageResponse
    from .audio_transcriptions_create_request import AudioTranscriptionsCreateRequest
    from .audio_transcriptions_create_response import AudioTranscriptionsCreateResponse
    from .auth_token_type import AuthTokenType
    from .base_model import BaseModel
    from .base_type import BaseType
    from .batch import Batch
    from .batch_status import BatchStatus
    from .blocks_parse_page import BlocksParsePage
    from .cancel_batch_response import CancelBatchResponse
    from .chat_citation import ChatCitation, ChatCitationType
    from .chat_citation_generation_event import ChatCitationGenerationEvent
    from .chat_citation_generation_event import ChatCitationGenerationEvent as CitationGenerationStreamedChatResponse
    from .chat_connector import ChatConnector, ChatConnectorOptions
    from .chat_content_delta_event import (
        ChatContentDeltaEvent,
        ChatContentDeltaEventDelta,
        ChatContentDeltaEventDeltaMessage,
        ChatContentDeltaEventDeltaMessageContent,
    )
    from .chat_content_delta_event import ChatContentDeltaEvent as ContentDeltaV2ChatStreamResponse
    from .chat_content_end_event import ChatContentEndEvent
    from .chat_content_end_event import ChatContentEndEvent as ContentEndV2ChatStreamResponse
    from .chat_content_start_event import (
        ChatContentStartEvent,
        ChatContentStartEventDelta,
        ChatContentStartEventDeltaMessage,
        ChatContentStartEventDeltaMessageContent,
        ChatContentStartEventDeltaMessageContentType,
    )
    from .chat_content_start_event import ChatContentStartEvent as ContentStartV2ChatStreamResponse
    from .chat_data_metrics import ChatDataMetrics
    from .chat_debug_event import ChatDebugEvent
    from .chat_debug_event import ChatDebugEvent as DebugV2ChatStreamResponse
    from .chat_document import ChatDocument
    from .chat_finish_reason import ChatFinishReason
    from .chat_message_end_event import ChatMessageEndEvent, ChatMessageEndEventDelta
    from .chat_message_end_event import ChatMessageEndEvent as MessageEndV2ChatStreamResponse
    from .chat_message_start_event import (
        ChatMessageStartEvent,
        ChatMessageStartEventDelta,
        ChatMessageStartEventDeltaMessage,
    )
    from .chat_message_start_event import ChatMessageStartEvent as MessageStartV2ChatStreamResponse
    from .chat_request import (
        ChatRequest,
        ChatRequestCitationQuality,
        ChatRequestPromptTruncation,
        ChatRequestSafetyMode,
    )
    from .chat_search_queries_generation_event import ChatSearchQueriesGenerationEvent
    from .chat_search_queries_generation_event import (
        ChatSearchQueriesGenerationEvent as SearchQueriesGenerationStreamedChatResponse,
    )
    from .chat_search_query import ChatSearchQuery
    from .chat_search_result import ChatSearchResult
    from .chat_search_result_connector import ChatSearchResultConnector
    from .chat_search_results_event import ChatSearchResultsEvent
    from .chat_search_results_event import ChatSearchResultsEvent as SearchResultsStreamedChatResponse
    from .chat_stream_end_event import ChatStreamEndEvent, ChatStreamEndEventFinishReason
    from .chat_stream_end_event import ChatStreamEndEvent as StreamEndStreamedChatResponse
    from .chat_stream_start_event import ChatStreamStartEvent
    from .chat_stream_start_event import ChatStreamStartEvent as StreamStartStreamedChatResponse
    from .chat_text_generation_event import ChatTextGenerationEvent
    from .chat_text_generation_event import ChatTextGenerationEvent as TextGenerationStreamedChatResponse
    from .chat_tool_call_delta_event import (
        ChatToolCallDeltaEvent,
        ChatToolCallDeltaEventDelta,
        ChatToolCallDeltaEventDeltaMessage,
        ChatToolCallDeltaEventDeltaMessageToolCalls,
        ChatToolCallDeltaEventDeltaMessageToolCallsFunction,
    )
    from .chat_tool_call_delta_event import ChatToolCallDeltaEvent as ToolCallDeltaV2ChatStreamResponse
    from .chat_tool_call_end_event import ChatToolCallEndEvent
    from .chat_tool_call_end_event import ChatToolCallEndEvent as ToolCallEndV2ChatStreamResponse
    from .chat_tool_call_start_event import (
        ChatToolCallStartEvent,
        ChatToolCallStartEventDelta,
        ChatToolCallStartEventDeltaMessage,
    )
    from .chat_tool_call_start_event import ChatToolCallStartEvent as ToolCallStartV2ChatStreamResponse
    from .chat_tool_calls_chunk_event import ChatToolCallsChunkEvent
    from .chat_tool_calls_chunk_event import ChatToolCallsChunkEvent as ToolCallsChunkStreamedChatResponse
    from .chat_tool_calls_generation_event import ChatToolCallsGenerationEvent
    from .chat_tool_calls_generation_event import (
        ChatToolCallsGenerationEvent as ToolCallsGenerationStreamedChatResponse,
    )
    from .chat_tool_plan_delta_event import (
        ChatToolPlanDeltaEvent,
        ChatToolPlanDeltaEventDelta,
        ChatToolPlanDeltaEventDeltaMessage,
    )
    from .chat_tool_plan_delta_event import ChatToolPlanDeltaEvent as ToolPlanDeltaV2ChatStreamResponse
    from .chatbot_message import ChatbotMessage
    from .chatbot_message import ChatbotMessage as CHATBOTMessage
    from .check_api_key_response import CheckApiKeyResponse
    from .citation import Citation
    from .citation_end_event import CitationEndEvent
    from .citation_end_event import CitationEndEvent as CitationEndV2ChatStreamResponse
    from .citation_options import CitationOptions, CitationOptionsMode
    from .citation_start_event import CitationStartEvent, CitationStartEventDelta, CitationStartEventDeltaMessage
    from .citation_start_event import CitationStartEvent as CitationStartV2ChatStreamResponse
    from .citation_type import CitationType
    from .classify_data_metrics import ClassifyDataMetrics
    from .classify_example import ClassifyExample
    from .classify_request import ClassifyRequest, ClassifyRequestTruncate
    from .classify_response import (
        ClassifyResponse,
        ClassifyResponseClassificationsItem,
        ClassifyResponseClassificationsItemClassificationType,
        ClassifyResponseClassificationsItemLabels,
    )
    from .classify_response_classifications_item_labels_value import ClassifyResponseClassificationsItemLabelsValue
    from .compatible_endpoint import CompatibleEndpoint
    from .connector import Connector, ConnectorAuthStatus, ConnectorAuthType
    from .connector_o_auth import ConnectorOAuth
    from .create_batch_response import CreateBatchResponse
    from .create_connector_o_auth import CreateConnectorOAuth
    from .create_connector_request import CreateConnectorRequest
    from .create_connector_response import CreateConnectorResponse
    from .create_connector_service_auth import CreateConnectorServiceAuth
    from .create_embed_job_request import CreateEmbedJobRequest, CreateEmbedJobRequestTruncate
    from .create_embed_job_response import CreateEmbedJobResponse
    from .create_finetuned_model_response import CreateFinetunedModelResponse
    from .dataset import Dataset
    from .dataset_part import DatasetPart
    from .dataset_type import DatasetType
    from .dataset_validation_status import DatasetValidationStatus
    from .datasets_create_request import DatasetsCreateRequest
    from .datasets_create_response import DatasetsCreateResponse
    from .datasets_delete_response import DatasetsDeleteResponse
    from .datasets_get_response import DatasetsGetResponse
    from .datasets_get_usage_response import DatasetsGetUsageResponse
    from .datasets_list_response import DatasetsListResponse
    from .debug_streamed_chat_response import DebugStreamedChatResponse
    from .delete_connector_response import DeleteConnectorResponse
    from .delete_finetuned_model_response import DeleteFinetunedModelResponse
    from .detokenize_request import DetokenizeRequest
    from .detokenize_response import DetokenizeResponse
    from .document import Document
    from .document_content import DocumentContent
    from .document_content import DocumentContent as DocumentToolContent
    from .document_data import DocumentData
    from .document_source import DocumentSource, DocumentSourceDocument
    from .embed_by_type_response import EmbedByTypeResponse, EmbedByTypeResponseResponseType
    from .embed_by_type_response_embeddings import EmbedByTypeResponseEmbeddings
    from .embed_image_url import EmbedImageUrl
    from .embed_input import EmbedInput
    from .embed_input_type import EmbedInputType
    from .embed_job import EmbedJob, EmbedJobStatus, EmbedJobTruncate
    from .embed_request import EmbedRequest, EmbedRequestTruncate
    from .embedding_type import EmbeddingType
    from .embeddings_by_type_embed_response import EmbeddingsByTypeEmbedResponse
    from .embeddings_floats_embed_response import EmbeddingsFloatsEmbedResponse
    from .error_body import ErrorBody
    from .event import Event
    from .finetune_dataset_metrics import FinetuneDatasetMetrics
    from .finetuned_model import FinetunedModel
    from .finish_reason import FinishReason
    from .generate_request import GenerateRequest, GenerateRequestReturnLikelihoods, GenerateRequestTruncate
    from .generate_stream_end import GenerateStreamEnd, GenerateStreamEndResponse
    from .generate_stream_end import GenerateStreamEnd as StreamEndGenerateStreamedResponse
    from .generate_stream_error import GenerateStreamError
    from .generate_stream_error import GenerateStreamError as StreamErrorGenerateStreamedResponse
    from .generate_stream_text import GenerateStreamText
    from .generate_stream_text import GenerateStreamText as TextGenerationGenerateStreamedResponse
    from .generation import Generation
    from .get_batch_response import GetBatchResponse
    from .get_connector_response import GetConnectorResponse
    from .get_finetuned_model_response import GetFinetunedModelResponse
    from .get_model_response import GetModelResponse, GetModelResponseSamplingDefaults
    from .hyperparameters import Hyperparameters
    from .image import Image
    from .image_parse_block import ImageParseBlock
    from .image_url import ImageUrl, ImageUrlDetail
    from .image_url_content import ImageUrlContent
    from .image_url_embed_content import ImageUrlEmbedContent
    from .json_object_response_format import JsonObjectResponseFormat, JsonObjectResponseFormatSchema
    from .json_object_response_format_v2 import JsonObjectResponseFormatV2, JsonObjectResponseFormatV2JsonSchema
    from .label_metric import LabelMetric
    from .list_batches_response import ListBatchesResponse
    from .list_connectors_response import ListConnectorsResponse
    from .list_embed_job_response import ListEmbedJobResponse
    from .list_events_response import ListEventsResponse
    from .list_finetuned_models_response import ListFinetunedModelsResponse
    from .list_models_response import ListModelsResponse
    from .list_training_step_metrics_response import ListTrainingStepMetricsResponse
    from .logprob_item import LogprobItem
    from .lora_target_modules import LoraTargetModules
    from .markdown_parse_page import MarkdownParsePage
    from .metrics import Metrics
    from .non_streamed_chat_response import NonStreamedChatResponse
    from .o_auth_authorize_response import OAuthAuthorizeResponse
    from .parse_bounding_box import ParseBoundingBox
    from .parse_bounding_box_normalized import ParseBoundingBoxNormalized
    from .parse_document import ParseDocument
    from .parse_image_block import ParseImageBlock
    from .parse_image_category import ParseImageCategory
    from .parse_info import ParseInfo
    from .parse_markdown_page import ParseMarkdownPage
    from .parse_output_format import ParseOutputFormat
    from .parse_response import ParseResponse
    from .parse_table_block import ParseTableBlock
    from .parse_text_block import ParseTextBlock
    from .rerank_document import RerankDocument
    from .rerank_relevant_span_response import RerankRelevantSpanResponse
    from .rerank_relevant_spans import RerankRelevantSpans, RerankRelevantSpansMode
    from .rerank_request import RerankRequest
    from .rerank_response import RerankResponse, RerankResponseResultsItem, RerankResponseResultsItemDocument
    from .reranker_data_metrics import RerankerDataMetrics
    from .settings import Settings
    from .single_generation import SingleGeneration, SingleGenerationTokenLikelihoodsItem
    from .single_generation_in_stream import SingleGenerationInStream
    from .status import Status
    from .strategy import Strategy
    from .summarize_request import (
        SummarizeRequest,
        SummarizeRequestExtractiveness,
        SummarizeRequestFormat,
        SummarizeRequestLength,
    )
    from .summarize_response import SummarizeResponse
    from .system_chat_message_v2 import SystemChatMessageV2
    from .system_message import SystemMessage
    from .system_message import SystemMessage as SYSTEMMessage
    from .table_parse_block import TableParseBlock
    from .text_content import TextContent
    from .text_content import TextContent as TextAssistantMessageResponseContentItem
    from .text_content import TextContent as TextAssistantMessageV2ContentOneItem
    from .text_content import TextContent as TextSystemMessageV2ContentOneItem
    from .text_content import TextContent as TextToolContent
    from .text_embed_content import TextEmbedContent
    from .text_parse_block import TextParseBlock
    from .text_response_format import TextResponseFormat
    from .text_response_format_v2 import TextResponseFormatV2
    from .thinking import Thinking, ThinkingType
    from .thinking_content import ThinkingContent
    from .thinking_content import ThinkingContent as ThinkingAssistantMessageResponseContentItem
    from .thinking_content import ThinkingContent as ThinkingAssistantMessageV2ContentOneItem
    from .tokenize_request import TokenizeRequest
    from .tokenize_response import TokenizeResponse
    from .tool import Tool, ToolParameterDefinitions
    from .tool_call import ToolCall, ToolCallParameters
    from .tool_call_delta import ToolCallDelta
    from .tool_call_v2 import ToolCallV2, ToolCallV2Function
    from .tool_chat_message_v2 import ToolChatMessageV2
    from .tool_message import ToolMessage
    from .tool_message import ToolMessage as TOOLMessage
    from .tool_parameter_definitions_value import ToolParameterDefinitionsValue
    from .tool_result import ToolResult, ToolResultOutputsItem
    from .tool_source import ToolSource, ToolSourceToolOutput
    from .tool_v2 import ToolV2, ToolV2Function, ToolV2FunctionParameters
    from .training_step_metrics import TrainingStepMetrics, TrainingStepMetricsMetrics
    from .update_connector_request import UpdateConnectorRequest
    from .update_connector_response import UpdateConnectorResponse
    from .update_finetuned_model_request import UpdateFinetunedModelRequest
    from .update_finetuned_model_response import UpdateFinetunedModelResponse
    from .usage import Usage, UsageBilledUnits, UsageTokens
    from .user_chat_message_v2 import UserChatMessageV2
    from .user_message import UserMessage
    from .user_message import UserMessage as USERMessage
    from .v1_chat_accepts import V1ChatAccepts
    from .v2_chat_request import V2ChatRequest, V2ChatRequestSafetyMode, V2ChatRequestToolChoice
    from .v2_chat_response import V2ChatResponse
    from .v2_chat_stream_frame import V2ChatStreamFrame
    from .v2_embed_request import V2EmbedRequest, V2EmbedRequestTruncate
    from .v2_parse_request import V2ParseRequest
    from .v2_rerank_request import V2RerankRequest
    from .v2_rerank_response import V2RerankResponse, V2RerankResponseResultsItem
    from .wandb_config import WandbConfig

__all__ = [
    "ApiMeta",
    "ApiMetaApiVersion",
    "ApiMetaBilledUnits",
    "ApiMetaTokens",
    "AssistantChatMessageV2",
    "AssistantMessageResponse",
    "AudioTranscriptionsCreateRequest",
    "AudioTranscriptionsCreateResponse",
    "AuthTokenType",
    "BaseModel",
    "BaseType",
    "Batch",
    "BatchStatus",
    "BlocksParsePage",
    "CancelBatchResponse",
    "ChatbotMessage",
    "CHATBOTMessage",
    "ChatCitation",
    "ChatCitationGenerationEvent",
    "ChatCitationType",
    "ChatConnector",
    "ChatConnectorOptions",
    "ChatContentDeltaEvent",
    "ChatContentDeltaEventDelta",
    "ChatContentDeltaEventDeltaMessage",
    "ChatContentDeltaEventDeltaMessageContent",
    "ChatContentEndEvent",
    "ChatContentStartEvent",
    "ChatContentStartEventDelta",
    "ChatContentStartEventDeltaMessage",
    "ChatContentStartEventDeltaMessageContent",
    "ChatContentStartEventDeltaMessageContentType",
    "ChatDataMetrics",
    "ChatDebugEvent",
    "ChatDocument",
    "ChatFinishReason",
    "ChatMessageEndEvent",
    "ChatMessageEndEventDelta",
    "ChatMessageStartEvent",
    "ChatMessageStartEventDelta",
    "ChatMessageStartEventDeltaMessage",
    "ChatRequest",
    "ChatRequestCitationQuality",
    "ChatRequestPromptTruncation",
    "ChatRequestSafetyMode",
    "ChatSearchQueriesGenerationEvent",
    "ChatSearchQuery",
    "ChatSearchResult",
    "ChatSearchResultConnector",
    "ChatSearchResultsEvent",
    "ChatStreamEndEvent",
    "ChatStreamEndEventFinishReason",
    "ChatStreamStartEvent",
    "ChatTextGenerationEvent",
    "ChatToolCallDeltaEvent",
    "ChatToolCallDeltaEventDelta",
    "ChatToolCallDeltaEventDeltaMessage",
    "ChatToolCallDeltaEventDeltaMessageToolCalls",
    "ChatToolCallDeltaEventDeltaMessageToolCallsFunction",
    "ChatToolCallEndEvent",
    "ChatToolCallsChunkEvent",
    "ChatToolCallsGenerationEvent",
    "ChatToolCallStartEvent",
    "ChatToolCallStartEventDelta",
    "ChatToolCallStartEventDeltaMessage",
    "ChatToolPlanDeltaEvent",
    "ChatToolPlanDeltaEventDelta",
    "ChatToolPlanDeltaEventDeltaMessage",
    "CheckApiKeyResponse",
    "Citation",
    "CitationEndEvent",
    "CitationEndV2ChatStreamResponse",
    "CitationGenerationStreamedChatResponse",
    "CitationOptions",
    "CitationOptionsMode",
    "CitationStartEvent",
    "CitationStartEventDelta",
    "CitationStartEventDeltaMessage",
    "CitationStartV2ChatStreamResponse",
    "CitationType",
    "ClassifyDataMetrics",
    "ClassifyExample",
    "ClassifyRequest",
    "ClassifyRequestTruncate",
    "ClassifyResponse",
    "ClassifyResponseClassificationsItem",
    "ClassifyResponseClassificationsItemClassificationType",
    "ClassifyResponseClassificationsItemLabels",
    "ClassifyResponseClassificationsItemLabelsValue",
    "CompatibleEndpoint",
    "Connector",
    "ConnectorAuthStatus",
    "ConnectorAuthType",
    "ConnectorOAuth",
    "ContentDeltaV2ChatStreamResponse",
    "ContentEndV2ChatStreamResponse",
    "ContentStartV2ChatStreamResponse",
    "CreateBatchResponse",
    "CreateConnectorOAuth",
    "CreateConnectorRequest",
    "CreateConnectorResponse",
    "CreateConnectorServiceAuth",
    "CreateEmbedJobRequest",
    "CreateEmbedJobRequestTruncate",
    "CreateEmbedJobResponse",
    "CreateFinetunedModelResponse",
    "Dataset",
    "DatasetPart",
    "DatasetsCreateRequest",
    "DatasetsCreateResponse",
    "DatasetsDeleteResponse",
    "DatasetsGetResponse",
    "DatasetsGetUsageResponse",
    "DatasetsListResponse",
    "DatasetType",
    "DatasetValidationStatus",
    "DebugStreamedChatResponse",
    "DebugV2ChatStreamResponse",
    "DeleteConnectorResponse",
    "DeleteFinetunedModelResponse",
    "DetokenizeRequest",
    "DetokenizeResponse",
    "Document",
    "DocumentContent",
    "DocumentData",
    "DocumentSource",
    "DocumentSourceDocument",
    "DocumentToolContent",
    "EmbedByTypeResponse",
    "EmbedByTypeResponseEmbeddings",
    "EmbedByTypeResponseResponseType",
    "EmbeddingsByTypeEmbedResponse",
    "EmbeddingsFloatsEmbedResponse",
    "EmbeddingType",
    "EmbedImageUrl",
    "EmbedInput",
    "EmbedInputType",
    "EmbedJob",
    "EmbedJobStatus",
    "EmbedJobTruncate",
    "EmbedRequest",
    "EmbedRequestTruncate",
    "ErrorBody",
    "Event",
    "FinetuneDatasetMetrics",
    "FinetunedModel",
    "FinishReason",
    "GenerateRequest",
    "GenerateRequestReturnLikelihoods",
    "GenerateRequestTruncate",
    "GenerateStreamEnd",
    "GenerateStreamEndResponse",
    "GenerateStreamError",
    "GenerateStreamText",
    "Generation",
    "GetBatchResponse",
    "GetConnectorResponse",
    "GetFinetunedModelResponse",
    "GetModelResponse",
    "GetModelResponseSamplingDefaults",
    "Hyperparameters",
    "Image",
    "ImageParseBlock",
    "ImageUrl",
    "ImageUrlContent",
    "ImageUrlDetail",
    "ImageUrlEmbedContent",
    "JsonObjectResponseFormat",
    "JsonObjectResponseFormatSchema",
    "JsonObjectResponseFormatV2",
    "JsonObjectResponseFormatV2JsonSchema",
    "LabelMetric",
    "ListBatchesResponse",
    "ListConnectorsResponse",
    "ListEmbedJobResponse",
    "ListEventsResponse",
    "ListFinetunedModelsResponse",
    "ListModelsResponse",
    "ListTrainingStepMetricsResponse",
    "LogprobItem",
    "LoraTargetModules",
    "MarkdownParsePage",
    "MessageEndV2ChatStreamResponse",
    "MessageStartV2ChatStreamResponse",
    "Metrics",
    "NonStreamedChatResponse",
    "OAuthAuthorizeResponse",
    "ParseBoundingBox",
    "ParseBoundingBoxNormalized",
    "ParseDocument",
    "ParseImageBlock",
    "ParseImageCategory",
    "ParseInfo",
    "ParseMarkdownPage",
    "ParseOutputFormat",
    "ParseResponse",
    "ParseTableBlock",
    "ParseTextBlock",
    "RerankDocument",
    "RerankerDataMetrics",
    "RerankRelevantSpanResponse",
    "RerankRelevantSpans",
    "RerankRelevantSpansMode",
    "RerankRequest",
    "RerankResponse",
    "RerankResponseResultsItem",
    "RerankResponseResultsItemDocument",
    "SearchQueriesGenerationStreamedChatResponse",
    "SearchResultsStreamedChatResponse",
    "Settings",
    "SingleGeneration",
    "SingleGenerationInStream",
    "SingleGenerationTokenLikelihoodsItem",
    "Status",
    "Strategy",
    "StreamEndGenerateStreamedResponse",
    "StreamEndStreamedChatResponse",
    "StreamErrorGenerateStreamedResponse",
    "StreamStartStreamedChatResponse",
    "SummarizeRequest",
    "SummarizeRequestExtractiveness",
    "SummarizeRequestFormat",
    "SummarizeRequestLength",
    "SummarizeResponse",
    "SystemChatMessageV2",
    "SystemMessage",
    "SYSTEMMessage",
    "TableParseBlock",
    "TextAssistantMessageResponseContentItem",
    "TextAssistantMessageV2ContentOneItem",
    "TextContent",
    "TextEmbedContent",
    "TextGenerationGenerateStreamedResponse",
    "TextGenerationStreamedChatResponse",
    "TextParseBlock",
    "TextResponseFormat",
    "TextResponseFormatV2",
    "TextSystemMessageV2ContentOneItem",
    "TextToolContent",
    "Thinking",
    "ThinkingAssistantMessageResponseContentItem",
    "ThinkingAssistantMessageV2ContentOneItem",
    "ThinkingContent",
    "ThinkingType",
    "TokenizeRequest",
    "TokenizeResponse",
    "Tool",
    "ToolCall",
    "ToolCallDelta",
    "ToolCallDeltaV2ChatStreamResponse",
    "ToolCallEndV2ChatStreamResponse",
    "ToolCallParameters",
    "ToolCallsChunkStreamedChatResponse",
    "ToolCallsGenerationStreamedChatResponse",
    "ToolCallStartV2ChatStreamResponse",
    "ToolCallV2",
    "ToolCallV2Function",
    "ToolChatMessageV2",
    "ToolMessage",
    "TOOLMessage",
    "ToolParameterDefinitions",
    "ToolParameterDefinitionsValue",
    "ToolPlanDeltaV2ChatStreamResponse",
    "ToolResult",
    "ToolResultOutputsItem",
    "ToolSource",
    "ToolSourceToolOutput",
    "ToolV2",
    "ToolV2Function",
    "ToolV2FunctionParameters",
    "TrainingStepMetrics",
    "TrainingStepMetricsMetrics",
    "UpdateConnectorRequest",
    "UpdateConnectorResponse",
    "UpdateFinetunedModelRequest",
    "UpdateFinetunedModelResponse",
    "Usage",
    "UsageBilledUnits",
    "UsageTokens",
    "UserChatMessageV2",
    "UserMessage",
    "USERMessage",
    "V1ChatAccepts",
    "V2ChatRequest",
    "V2ChatRequestSafetyMode",
    "V2ChatRequestToolChoice",
    "V2ChatResponse",
    "V2ChatStreamFrame",
    "V2EmbedRequest",
    "V2EmbedRequestTruncate",
    "V2ParseRequest",
    "V2RerankRequest",
    "V2RerankResponse",
    "V2RerankResponseResultsItem",
    "WandbConfig",
]

# The module of each name, and the name there if it is another one.
_PLACES = {
    "ApiMeta": "api_meta",
    "ApiMetaApiVersion": "api_meta",
    "ApiMetaBilledUnits": "api_meta",
    "ApiMetaTokens": "api_meta",
    "AssistantChatMessageV2": "assistant_chat_message_v2",
    "AssistantMessageResponse": "assistant_message_response",
    "AudioTranscriptionsCreateRequest": "audio_transcriptions_create_request",
    "AudioTranscriptionsCreateResponse": "audio_transcriptions_create_response",
    "AuthTokenType": "auth_token_type",
    "BaseModel": "base_model",
    "BaseType": "base_type",
    "Batch": "batch",
    "BatchStatus": "batch_status",
    "BlocksParsePage": "blocks_parse_page",
    "CancelBatchResponse": "cancel_batch_response",
    "ChatbotMessage": "chatbot_message",
    "ChatCitation": "chat_citation",
    "ChatCitationGenerationEvent": "chat_citation_generation_event",
    "ChatCitationType": "chat_citation",
    "ChatConnector": "chat_connector",
    "ChatConnectorOptions": "chat_connector",
    "ChatContentDeltaEvent": "chat_content_delta_event",
    "ChatContentDeltaEventDelta": "chat_content_delta_event",
    "ChatContentDeltaEventDeltaMessage": "chat_content_delta_event",
    "ChatContentDeltaEventDeltaMessageContent": "chat_content_delta_event",
    "ChatContentEndEvent": "chat_content_end_event",
    "ChatContentStartEvent": "chat_content_start_event",
    "ChatContentStartEventDelta": "chat_content_start_event",
    "ChatContentStartEventDeltaMessage": "chat_content_start_event",
    "ChatContentStartEventDeltaMessageContent": "chat_content_start_event",
    "ChatContentStartEventDeltaMessageContentType": "chat_content_start_event",
    "ChatDataMetrics": "chat_data_metrics",
    "ChatDebugEvent": "chat_debug_event",
    "ChatDocument": "chat_document",
    "ChatFinishReason": "chat_finish_reason",
    "ChatMessageEndEvent": "chat_message_end_event",
    "ChatMessageEndEventDelta": "chat_message_end_event",
    "ChatMessageStartEvent": "chat_message_start_event",
    "ChatMessageStartEventDelta": "chat_message_start_event",
    "ChatMessageStartEventDeltaMessage": "chat_message_start_event",
    "ChatRequest": "chat_request",
    "ChatRequestCitationQuality": "chat_request",
    "ChatRequestPromptTruncation": "chat_request",
    "ChatRequestSafetyMode": "chat_request",
    "ChatSearchQueriesGenerationEvent": "chat_search_queries_generation_event",
    "ChatSearchQuery": "chat_search_query",
    "ChatSearchResult": "chat_search_result",
    "ChatSearchResultConnector": "chat_search_result_connector",
    "ChatSearchResultsEvent": "chat_search_results_event",
    "ChatStreamEndEvent": "chat_stream_end_event",
    "ChatStreamEndEventFinishReason": "chat_stream_end_event",
    "ChatStreamStartEvent": "chat_stream_start_event",
    "ChatTextGenerationEvent": "chat_text_generation_event",
    "ChatToolCallDeltaEvent": "chat_tool_call_delta_event",
    "ChatToolCallDeltaEventDelta": "chat_tool_call_delta_event",
    "ChatToolCallDeltaEventDeltaMessage": "chat_tool_call_delta_event",
    "ChatToolCallDeltaEventDeltaMessageToolCalls": "chat_tool_call_delta_event",
    "ChatToolCallDeltaEventDeltaMessageToolCallsFunction": "chat_tool_call_delta_event",
    "ChatToolCallEndEvent": "chat_tool_call_end_event",
    "ChatToolCallsChunkEvent": "chat_tool_calls_chunk_event",
    "ChatToolCallsGenerationEvent": "chat_tool_calls_generation_event",
    "ChatToolCallStartEvent": "chat_tool_call_start_event",
    "ChatToolCallStartEventDelta": "chat_tool_call_start_event",
    "ChatToolCallStartEventDeltaMessage": "chat_tool_call_start_event",
    "ChatToolPlanDeltaEvent": "chat_tool_plan_delta_event",
    "ChatToolPlanDeltaEventDelta": "chat_tool_plan_delta_event",
    "ChatToolPlanDeltaEventDeltaMessage": "chat_tool_plan_delta_event",
    "CheckApiKeyResponse": "check_api_key_response",
    "Citation": "citation",
    "CitationEndEvent": "citation_end_event",
    "CitationOptions": "citation_options",
    "CitationOptionsMode": "citation_options",
    "CitationStartEvent": "citation_start_event",
    "CitationStartEventDelta": "citation_start_event",
    "CitationStartEventDeltaMessage": "citation_start_event",
    "CitationType": "citation_type",
    "ClassifyDataMetrics": "classify_data_metrics",
    "ClassifyExample": "classify_example",
    "ClassifyRequest": "classify_request",
    "ClassifyRequestTruncate": "classify_request",
    "ClassifyResponse": "classify_response",
    "ClassifyResponseClassificationsItem": "classify_response",
    "ClassifyResponseClassificationsItemClassificationType": "classify_response",
    "ClassifyResponseClassificationsItemLabels": "classify_response",
    "ClassifyResponseClassificationsItemLabelsValue": "classify_response_classifications_item_labels_value",
    "CompatibleEndpoint": "compatible_endpoint",
    "Connector": "connector",
    "ConnectorAuthStatus": "connector",
    "ConnectorAuthType": "connector",
    "ConnectorOAuth": "connector_o_auth",
    "CreateBatchResponse": "create_batch_response",
    "CreateConnectorOAuth": "create_connector_o_auth",
    "CreateConnectorRequest": "create_connector_request",
    "CreateConnectorResponse": "create_connector_response",
    "CreateConnectorServiceAuth": "create_connector_service_auth",
    "CreateEmbedJobRequest": "create_embed_job_request",
    "CreateEmbedJobRequestTruncate": "create_embed_job_request",
    "CreateEmbedJobResponse": "create_embed_job_response",
    "CreateFinetunedModelResponse": "create_finetuned_model_response",
    "Dataset": "dataset",
    "DatasetPart": "dataset_part",
    "DatasetsCreateRequest": "datasets_create_request",
    "DatasetsCreateResponse": "datasets_create_response",
    "DatasetsDeleteResponse": "datasets_delete_response",
    "DatasetsGetResponse": "datasets_get_response",
    "DatasetsGetUsageResponse": "datasets_get_usage_response",
    "DatasetsListResponse": "datasets_list_response",
    "DatasetType": "dataset_type",
    "DatasetValidationStatus": "dataset_validation_status",
    "DebugStreamedChatResponse": "debug_streamed_chat_response",
    "DeleteConnectorResponse": "delete_connector_response",
    "DeleteFinetunedModelResponse": "delete_finetuned_model_response",
    "DetokenizeRequest": "detokenize_request",
    "DetokenizeResponse": "detokenize_response",
    "Document": "document",
    "DocumentContent": "document_content",
    "DocumentData": "document_data",
    "DocumentSource": "document_source",
    "DocumentSourceDocument": "document_source",
    "EmbedByTypeResponse": "embed_by_type_response",
    "EmbedByTypeResponseEmbeddings": "embed_by_type_response_embeddings",
    "EmbedByTypeResponseResponseType": "embed_by_type_response",
    "EmbeddingsByTypeEmbedResponse": "embeddings_by_type_embed_response",
    "EmbeddingsFloatsEmbedResponse": "embeddings_floats_embed_response",
    "EmbeddingType": "embedding_type",
    "EmbedImageUrl": "embed_image_url",
    "EmbedInput": "embed_input",
    "EmbedInputType": "embed_input_type",
    "EmbedJob": "embed_job",
    "EmbedJobStatus": "embed_job",
    "EmbedJobTruncate": "embed_job",
    "EmbedRequest": "embed_request",
    "EmbedRequestTruncate": "embed_request",
    "ErrorBody": "error_body",
    "Event": "event",
    "FinetuneDatasetMetrics": "finetune_dataset_metrics",
    "FinetunedModel": "finetuned_model",
    "FinishReason": "finish_reason",
    "GenerateRequest": "generate_request",
    "GenerateRequestReturnLikelihoods": "generate_request",
    "GenerateRequestTruncate": "generate_request",
    "GenerateStreamEnd": "generate_stream_end",
    "GenerateStreamEndResponse": "generate_stream_end",
    "GenerateStreamError": "generate_stream_error",
    "GenerateStreamText": "generate_stream_text",
    "Generation": "generation",
    "GetBatchResponse": "get_batch_response",
    "GetConnectorResponse": "get_connector_response",
    "GetFinetunedModelResponse": "get_finetuned_model_response",
    "GetModelResponse": "get_model_response",
    "GetModelResponseSamplingDefaults": "get_model_response",
    "Hyperparameters": "hyperparameters",
    "Image": "image",
    "ImageParseBlock": "image_parse_block",
    "ImageUrl": "image_url",
    "ImageUrlContent": "image_url_content",
    "ImageUrlDetail": "image_url",
    "ImageUrlEmbedContent": "image_url_embed_content",
    "JsonObjectResponseFormat": "json_object_response_format",
    "JsonObjectResponseFormatSchema": "json_object_response_format",
    "JsonObjectResponseFormatV2": "json_object_response_format_v2",
    "JsonObjectResponseFormatV2JsonSchema": "json_object_response_format_v2",
    "LabelMetric": "label_metric",
    "ListBatchesResponse": "list_batches_response",
    "ListConnectorsResponse": "list_connectors_response",
    "ListEmbedJobResponse": "list_embed_job_response",
    "ListEventsResponse": "list_events_response",
    "ListFinetunedModelsResponse": "list_finetuned_models_response",
    "ListModelsResponse": "list_models_response",
    "ListTrainingStepMetricsResponse": "list_training_step_metrics_response",
    "LogprobItem": "logprob_item",
    "LoraTargetModules": "lora_target_modules",
    "MarkdownParsePage": "markdown_parse_page",
    "Metrics": "metrics",
    "NonStreamedChatResponse": "non_streamed_chat_response",
    "OAuthAuthorizeResponse": "o_auth_authorize_response",
    "ParseBoundingBox": "parse_bounding_box",
    "ParseBoundingBoxNormalized": "parse_bounding_box_normalized",
    "ParseDocument": "parse_document",
    "ParseImageBlock": "parse_image_block",
    "ParseImageCategory": "parse_image_category",
    "ParseInfo": "parse_info",
    "ParseMarkdownPage": "parse_markdown_page",
    "ParseOutputFormat": "parse_output_format",
    "ParseResponse": "parse_response",
    "ParseTableBlock": "parse_table_block",
    "ParseTextBlock": "parse_text_block",
    "RerankDocument": "rerank_document",
    "RerankerDataMetrics": "reranker_data_metrics",
    "RerankRelevantSpanResponse": "rerank_relevant_span_response",
    "RerankRelevantSpans": "rerank_relevant_spans",
    "RerankRelevantSpansMode": "rerank_relevant_spans",
    "RerankRequest": "rerank_request",
    "RerankResponse": "rerank_response",
    "RerankResponseResultsItem": "rerank_response",
    "RerankResponseResultsItemDocument": "rerank_response",
    "Settings": "settings",
    "SingleGeneration": "single_generation",
    "SingleGenerationInStream": "single_generation_in_stream",
    "SingleGenerationTokenLikelihoodsItem": "single_generation",
    "Status": "status",
    "Strategy": "strategy",
    "SummarizeRequest": "summarize_request",
    "SummarizeRequestExtractiveness": "summarize_request",
    "SummarizeRequestFormat": "summarize_request",
    "SummarizeRequestLength": "summarize_request",
    "SummarizeResponse": "summarize_response",
    "SystemChatMessageV2": "system_chat_message_v2",
    "SystemMessage": "system_message",
    "TableParseBlock": "table_parse_block",
    "TextContent": "text_content",
    "TextEmbedContent": "text_embed_content",
    "TextParseBlock": "text_parse_block",
    "TextResponseFormat": "text_response_format",
    "TextResponseFormatV2": "text_response_format_v2",
    "Thinking": "thinking",
    "ThinkingContent": "thinking_content",
    "ThinkingType": "thinking",
    "TokenizeRequest": "tokenize_request",
    "TokenizeResponse": "tokenize_response",
    "Tool": "tool",
    "ToolCall": "tool_call",
    "ToolCallDelta": "tool_call_delta",
    "ToolCallParameters": "tool_call",
    "ToolCallV2": "tool_call_v2",
    "ToolCallV2Function": "tool_call_v2",
    "ToolChatMessageV2": "tool_chat_message_v2",
    "ToolMessage": "tool_message",
    "ToolParameterDefinitions": "tool",
    "ToolParameterDefinitionsValue": "tool_parameter_definitions_value",
    "ToolResult": "tool_result",
    "ToolResultOutputsItem": "tool_result",
    "ToolSource": "tool_source",
    "ToolSourceToolOutput": "tool_source",
    "ToolV2": "tool_v2",
    "ToolV2Function": "tool_v2",
    "ToolV2FunctionParameters": "tool_v2",
    "TrainingStepMetrics": "training_step_metrics",
    "TrainingStepMetricsMetrics": "training_step_metrics",
    "UpdateConnectorRequest": "update_connector_request",
    "UpdateConnectorResponse": "update_connector_response",
    "UpdateFinetunedModelRequest": "update_finetuned_model_request",
    "UpdateFinetunedModelResponse": "update_finetuned_model_response",
    "Usage": "usage",
    "UsageBilledUnits": "usage",
    "UsageTokens": "usage",
    "UserChatMessageV2": "user_chat_message_v2",
    "UserMessage": "user_message",
    "V1ChatAccepts": "v1_chat_accepts",
    "V2ChatRequest": "v2_chat_request",
    "V2ChatRequestSafetyMode": "v2_chat_request",
    "V2ChatRequestToolChoice": "v2_chat_request",
    "V2ChatResponse": "v2_chat_response",
    "V2ChatStreamFrame": "v2_chat_stream_frame",
    "V2EmbedRequest": "v2_embed_request",
    "V2EmbedRequestTruncate": "v2_embed_request",
    "V2ParseRequest": "v2_parse_request",
    "V2RerankRequest": "v2_rerank_request",
    "V2RerankResponse": "v2_rerank_response",
    "V2RerankResponseResultsItem": "v2_rerank_response",
    "WandbConfig": "wandb_config",
    "CHATBOTMessage": "chatbot_message:ChatbotMessage",
    "CitationEndV2ChatStreamResponse": "citation_end_event:CitationEndEvent",
    "CitationGenerationStreamedChatResponse": "chat_citation_generation_event:ChatCitationGenerationEvent",
    "CitationStartV2ChatStreamResponse": "citation_start_event:CitationStartEvent",
    "ContentDeltaV2ChatStreamResponse": "chat_content_delta_event:ChatContentDeltaEvent",
    "ContentEndV2ChatStreamResponse": "chat_content_end_event:ChatContentEndEvent",
    "ContentStartV2ChatStreamResponse": "chat_content_start_event:ChatContentStartEvent",
    "DebugV2ChatStreamResponse": "chat_debug_event:ChatDebugEvent",
    "DocumentToolContent": "document_content:DocumentContent",
    "MessageEndV2ChatStreamResponse": "chat_message_end_event:ChatMessageEndEvent",
    "MessageStartV2ChatStreamResponse": "chat_message_start_event:ChatMessageStartEvent",
    "SearchQueriesGenerationStreamedChatResponse": "chat_search_queries_generation_event:ChatSearchQueriesGenerationEvent",
    "SearchResultsStreamedChatResponse": "chat_search_results_event:ChatSearchResultsEvent",
    "StreamEndGenerateStreamedResponse": "generate_stream_end:GenerateStreamEnd",
    "StreamEndStreamedChatResponse": "chat_stream_end_event:ChatStreamEndEvent",
    "StreamErrorGenerateStreamedResponse": "generate_stream_error:GenerateStreamError",
    "StreamStartStreamedChatResponse": "chat_stream_start_event:ChatStreamStartEvent",
    "SYSTEMMessage": "system_message:SystemMessage",
    "TextAssistantMessageResponseContentItem": "text_content:TextContent",
    "TextAssistantMessageV2ContentOneItem": "text_content:TextContent",
    "TextGenerationGenerateStreamedResponse": "generate_stream_text:GenerateStreamText",
    "TextGenerationStreamedChatResponse": "chat_text_generation_event:ChatTextGenerationEvent",
    "TextSystemMessageV2ContentOneItem": "text_content:TextContent",
    "TextToolContent": "text_content:TextContent",
    "ThinkingAssistantMessageResponseContentItem": "thinking_content:ThinkingContent",
    "ThinkingAssistantMessageV2ContentOneItem": "thinking_content:ThinkingContent",
    "ToolCallDeltaV2ChatStreamResponse": "chat_tool_call_delta_event:ChatToolCallDeltaEvent",
    "ToolCallEndV2ChatStreamResponse": "chat_tool_call_end_event:ChatToolCallEndEvent",
    "ToolCallsChunkStreamedChatResponse": "chat_tool_calls_chunk_event:ChatToolCallsChunkEvent",
    "ToolCallsGenerationStreamedChatResponse": "chat_tool_calls_generation_event:ChatToolCallsGenerationEvent",
    "ToolCallStartV2ChatStreamResponse": "chat_tool_call_start_event:ChatToolCallStartEvent",
    "TOOLMessage": "tool_message:ToolMessage",
    "ToolPlanDeltaV2ChatStreamResponse": "chat_tool_plan_delta_event:ChatToolPlanDeltaEvent",
    "USERMessage": "user_message:UserMessage",
}


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        module, _, there = _PLACES[name].partition(":")
        value = globals()[name] = getattr(import_module(f".{module}", __name__), there or name)
        return value


def __dir__() -> list[str]:
    return __all__
